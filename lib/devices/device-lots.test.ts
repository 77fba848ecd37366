import { describe, expect, it } from 'vitest';
import { cutPage, sizeOf } from './device-lots';

const lots = [
  { upload: 9, devices: 2 },
  { upload: 7, devices: 1_000_000 },
  { upload: 4, devices: 3 },
];

describe('a page of devices', () => {
  it.each([
    ['the first', 0, 2, [{ upload: 9, skip: 0, take: 2 }]],
    [
      'one that begins in one upload and ends in the next',
      1,
      3,
      [
        { upload: 9, skip: 1, take: 1 },
        { upload: 7, skip: 0, take: 2 },
      ],
    ],
    ['one in the middle of a large upload', 500_002, 50, [{ upload: 7, skip: 500_000, take: 50 }]],
    [
      'the last, which is short',
      1_000_001,
      50,
      [
        { upload: 7, skip: 999_999, take: 1 },
        { upload: 4, skip: 0, take: 3 },
      ],
    ],
    ['one after the last', 1_000_005, 50, []],
  ])('is a few ranges: %s', (_name, skip, take, slices) => {
    expect(cutPage(lots, skip, take)).toEqual(slices);
  });

  it('knows how many devices there are', () => {
    expect(sizeOf(lots)).toBe(1_000_005);
    expect(sizeOf([])).toBe(0);
  });
});
