import { describe, expect, it } from 'vitest';
import { describeDuration } from './describe-duration';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('a duration in words', () => {
  it.each([
    [0, 'less than a minute'],
    [minute, '1 minute'],
    [44.6 * minute, '45 minutes'],
    [59.5 * minute, '1 hour'],
    [5 * hour, '5 hours'],
    [47 * hour, '47 hours'],
    [2 * day, '2 days'],
    [2.54 * day, '2.5 days'],
    [90 * day, '90 days'],
  ])('%i ms: %s', (milliseconds, expected) => {
    expect(describeDuration(milliseconds)).toBe(expected);
  });
});
