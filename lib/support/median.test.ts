import { describe, expect, it } from 'vitest';
import { median } from './median';

describe('the median', () => {
  it.each([
    ['nothing', [], null],
    ['one amount', [7], 7],
    ['an odd number, in any order', [9, 1, 100], 9],
    ['an even number: between the two in the middle', [40, 1, 10, 20], 15],
    ['amounts of different length: by size, not by their digits', [100, 20, 3], 20],
  ])('of %s', (_what, amounts, expected) => {
    expect(median(amounts)).toBe(expected);
  });

  it('leaves the amounts as they are', () => {
    const amounts = [3, 1, 2];
    median(amounts);
    expect(amounts).toEqual([3, 1, 2]);
  });
});
