const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const inUnit = (unit: 'minute' | 'hour' | 'day', digits: number) =>
  new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: digits });
const minutes = inUnit('minute', 0);
const hours = inUnit('hour', 0);
const days = inUnit('day', 1);

/** How long something took, of milliseconds: "12 minutes", "5 hours", from two days on "2.5 days". */
export function describeDuration(milliseconds: number): string {
  if (milliseconds < minute) return 'less than a minute';
  if (milliseconds < 59.5 * minute) return minutes.format(milliseconds / minute);
  if (milliseconds < 2 * day) return hours.format(milliseconds / hour);
  return days.format(milliseconds / day);
}
