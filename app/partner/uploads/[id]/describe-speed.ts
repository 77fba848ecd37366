import type { Formats } from '@/components/ui/formats';

/** How many rows were done at a moment; `at` in milliseconds of any clock that only goes forward. */
export interface Sample {
  at: number;
  done: number;
}

/** Rows per second over the samples, and how long the rest will take at that speed; '' before there is a speed. */
export function describeSpeed(samples: Sample[], total: number, { number }: Formats): string {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.done <= first.done) return '';
  const perSecond = ((last.done - first.done) * 1000) / (last.at - first.at);
  const seconds = Math.ceil((total - last.done) / perSecond);
  const left =
    seconds < 60
      ? `${seconds} s`
      : seconds < 3600
        ? `${Math.ceil(seconds / 60)} min`
        : `${Math.ceil(seconds / 3600)} h`;
  return `${number(Math.round(perSecond))} rows/s, about ${left} left`;
}
