import { describe, expect, it } from 'vitest';
import { lastDays } from './last-days';

const written = (at: string, count: number) => lastDays(new Date(at), count).map((day) => day.toISOString());

describe('the last days', () => {
  it('end with the day that it is, from its midnight in UTC', () => {
    expect(written('2026-03-02T23:59:59.999Z', 3)).toEqual([
      '2026-02-28T00:00:00.000Z',
      '2026-03-01T00:00:00.000Z',
      '2026-03-02T00:00:00.000Z',
    ]);
  });

  it('begin a new one at midnight', () => {
    expect(written('2026-03-02T00:00:00.000Z', 1)).toEqual(['2026-03-02T00:00:00.000Z']);
  });
});
