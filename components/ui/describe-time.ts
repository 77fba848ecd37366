const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const minute = 60;
const hour = 60 * minute;
const dayLength = 24 * hour;

/** "3 hours ago", "in 14 days", "yesterday"; null beyond 60 days, since nobody counts that far. */
export function describeTime(at: Date, now: Date): string | null {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const distance = Math.abs(seconds);
  if (distance < 45) return 'just now';
  if (distance < 45 * minute) return words.format(Math.round(seconds / minute) || Math.sign(seconds), 'minute');
  if (distance < 22 * hour) return words.format(Math.round(seconds / hour) || Math.sign(seconds), 'hour');
  if (distance < 60 * dayLength) return words.format(Math.round(seconds / dayLength) || Math.sign(seconds), 'day');
  return null;
}
