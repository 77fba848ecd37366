import { days } from '@/lib/clock';

/** Requests a partner may send on one day. */
const usual = 500;
/** And while it is new to the portal: whoever starts by mailing hundreds of strangers is stopped early. */
const whileNew = 50;
const newFor = days(30);

export interface DailyLimit {
  limit: number;
  isNew: boolean;
  /** The day it counts for, in UTC: `2026-03-01`. */
  day: string;
  /** When the next day begins. */
  freeAt: Date;
}

/** How many requests a partner that came at `since` may send on the day of `at`. Days begin at midnight UTC. */
export function dailyLimit(since: Date, at: Date): DailyLimit {
  const isNew = at.getTime() - since.getTime() < newFor;
  const day = at.toISOString().slice(0, 10);
  const freeAt = new Date(new Date(`${day}T00:00:00.000Z`).getTime() + days(1));
  return { limit: isNew ? whileNew : usual, isNew, day, freeAt };
}

/** Why nothing more can be sent today, and when it can. */
export function limitReached({ limit, isNew }: Pick<DailyLimit, 'limit' | 'isNew'>): string {
  const who = isNew ? 'a partner that is new here' : 'a partner';
  return `Your organization has sent its ${limit} requests of today, the most that ${who} can send in a day. You can send more from midnight UTC on.`;
}
