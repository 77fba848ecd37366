import { days } from '@/lib/clock';

export const conflictLimits = {
  /** Milliseconds the holder has for an answer. */
  answerWithin: days(7),
  /** And before its end the holder is reminded. */
  remindBefore: days(2),
  /** Bytes of a proof of purchase, and of one stored piece of it. */
  proof: 5 * 1024 ** 2,
  piece: 1024 ** 2,
  /** Releases a partner can ask for on one day, in UTC. */
  askedADay: 100,
} as const;
