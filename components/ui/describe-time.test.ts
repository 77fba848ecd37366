import { describe, expect, it } from 'vitest';
import { describeTime } from './describe-time';

const now = new Date('2026-03-10T12:00:00Z');

describe('a time in words', () => {
  it.each([
    ['2026-03-10T11:59:50Z', 'just now'],
    ['2026-03-10T12:00:20Z', 'just now'],
    ['2026-03-10T11:59:10Z', '1 minute ago'],
    ['2026-03-10T11:15:30Z', '44 minutes ago'],
    ['2026-03-10T11:10:00Z', '1 hour ago'],
    ['2026-03-10T09:00:00Z', '3 hours ago'],
    ['2026-03-09T12:00:00Z', 'yesterday'],
    ['2026-03-11T12:00:00Z', 'tomorrow'],
    ['2026-03-24T12:00:00Z', 'in 14 days'],
    ['2026-01-15T12:00:00Z', '54 days ago'],
    ['2025-12-01T12:00:00Z', null],
  ])('%s is %s', (at, expected) => {
    expect(describeTime(new Date(at), now)).toBe(expected);
  });
});
