import { minutes } from '@/lib/clock';

/** Failures in a row that cost nothing but the tenth, which makes one wait. */
const first = 10;
const shortest = minutes(1);
const longest = minutes(15);

/**
 * How long nothing is looked at after so many failures in a row, in milliseconds (SECURITY.md, "Sign-in"): a minute after ten,
 * and after each further one twice as long, up to a quarter of an hour. Never for ever.
 */
export const pauseAfter = (failures: number): number =>
  failures < first ? 0 : Math.min(longest, shortest * 2 ** Math.min(failures - first, 10));

/** From so many failures on the pause grows no more. */
export const pauseIsLongest = first + Math.ceil(Math.log2(longest / shortest));
