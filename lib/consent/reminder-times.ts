import { days, later } from '@/lib/clock';

/** `halfway` through its time, and on the `eve` of its end. */
export type Reminder = 'halfway' | 'eve';

/**
 * When the recipient of a request is reminded. No reminder comes within a day of the sending, and where both would come
 * together there is only the one on the eve.
 */
export function reminderTimes(sentAt: Date, expiresAt: Date): { reminder: Reminder; at: Date }[] {
  const halfway = later(sentAt, (expiresAt.getTime() - sentAt.getTime()) / 2);
  const eve = later(expiresAt, -days(1));
  const times = [
    ...(halfway < eve ? [{ reminder: 'halfway' as const, at: halfway }] : []),
    { reminder: 'eve' as const, at: eve },
  ];
  return times.filter(({ at }) => at >= later(sentAt, days(1)));
}
