import { describe, expect, it } from 'vitest';
import { formatsOf } from '@/components/ui/formats';
import { describeSpeed } from './describe-speed';

const english = formatsOf({ locale: null, timeZone: null });

describe('the speed of an upload', () => {
  it.each([
    ['no sample', [], ''],
    ['one sample', [{ at: 0, done: 5 }], ''],
    [
      'nothing done between two',
      [
        { at: 0, done: 5 },
        { at: 1000, done: 5 },
      ],
      '',
    ],
    [
      'seconds left',
      [
        { at: 0, done: 0 },
        { at: 2000, done: 20_000 },
      ],
      '10,000 rows/s, about 8 s left',
    ],
    [
      'minutes left',
      [
        { at: 500, done: 0 },
        { at: 1500, done: 500 },
      ],
      '500 rows/s, about 4 min left',
    ],
    [
      'hours left',
      [
        { at: 0, done: 0 },
        { at: 1000, done: 10 },
      ],
      '10 rows/s, about 3 h left',
    ],
  ])('with %s', (_name, samples, words) => {
    expect(describeSpeed(samples, 100_000, english)).toBe(words);
  });
});
