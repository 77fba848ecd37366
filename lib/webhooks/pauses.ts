import { days, minutes } from '@/lib/clock';

const hours = (count: number) => minutes(60 * count);

/** Before the second attempt, the third and so on, in milliseconds: ten attempts within little more than three days. */
const pauses = [
  minutes(5 / 60),
  minutes(1),
  minutes(5),
  minutes(30),
  hours(2),
  hours(5),
  hours(10),
  hours(20),
  hours(35),
];

/** How long to wait after so many attempts of a round, in milliseconds; null when that was the last. */
export const pauseAfter = (attempts: number): number | null => pauses[attempts - 1] ?? null;

/** An endpoint that delivered nothing for so long is disabled. */
export const failingAtMost = days(3);
