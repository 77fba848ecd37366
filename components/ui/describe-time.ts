const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const exact = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
});

const minute = 60;
const hour = 60 * minute;
const dayLength = 24 * hour;

/** "3 hours ago", "in 14 days", "yesterday"; beyond 60 days the date, since nobody counts that far. */
export function describeTime(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const distance = Math.abs(seconds);
  if (distance < 45) return 'just now';
  if (distance < 45 * minute) return words.format(Math.round(seconds / minute) || Math.sign(seconds), 'minute');
  if (distance < 22 * hour) return words.format(Math.round(seconds / hour) || Math.sign(seconds), 'hour');
  if (distance < 60 * dayLength) return words.format(Math.round(seconds / dayLength) || Math.sign(seconds), 'day');
  return day.format(at);
}

/** To the minute, in UTC: the server does not know the reader's time zone. */
export const exactTime = (at: Date): string => `${exact.format(at)} UTC`;
