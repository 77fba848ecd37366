import { expect, it } from 'vitest';
import { days, later } from '@/lib/clock';
import { expiryChoices } from './expiry-choices';
import { reminderTimes } from './reminder-times';

const sentAt = new Date('2026-03-01T09:30:00Z');
/** In days after the sending. */
const times = (expiresIn: number) =>
  reminderTimes(sentAt, later(sentAt, days(expiresIn))).map(({ reminder, at }) => [
    reminder,
    (at.getTime() - sentAt.getTime()) / days(1),
  ]);

it.each([
  [
    90,
    [
      ['halfway', 45],
      ['eve', 89],
    ],
  ],
  [
    30,
    [
      ['halfway', 15],
      ['eve', 29],
    ],
  ],
  [
    14,
    [
      ['halfway', 7],
      ['eve', 13],
    ],
  ],
  [
    7,
    [
      ['halfway', 3.5],
      ['eve', 6],
    ],
  ],
  // Both at once are one.
  [2, [['eve', 1]]],
  // Too soon after the sending.
  [1.9, []],
  [1, []],
  [0.5, []],
])('of a request that runs %s days the recipient is reminded at %j', (expiresIn, expected) => {
  expect(times(expiresIn)).toEqual(expected);
});

it('every choice of expiry has both', () => {
  for (const choice of expiryChoices) expect(times(choice)).toHaveLength(2);
});
