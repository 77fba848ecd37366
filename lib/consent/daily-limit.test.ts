import { expect, it } from 'vitest';
import { days, later } from '@/lib/clock';
import { dailyLimit, limitReached } from './daily-limit';

const since = new Date('2026-03-01T09:30:00Z');

it.each([
  ['on its first day', since, 50],
  ['before its thirtieth day is over', later(since, days(30) - 1), 50],
  ['from then on', later(since, days(30)), 500],
])('a partner may send, %s, so many requests a day', (_when, at, limit) => {
  expect(dailyLimit(since, at).limit).toBe(limit);
});

it('days begin at midnight UTC', () => {
  expect(dailyLimit(since, new Date('2026-05-31T23:59:59.999Z'))).toMatchObject({
    day: '2026-05-31',
    freeAt: new Date('2026-06-01T00:00:00Z'),
  });
  expect(dailyLimit(since, new Date('2026-06-01T00:00:00Z')).day).toBe('2026-06-01');
});

it('the sentence names the limit and when it is over', () => {
  expect(limitReached({ limit: 50, isNew: true })).toMatch(/50 requests of today.*new here.*midnight UTC/);
  expect(limitReached({ limit: 500, isNew: false })).toMatch(/500 requests of today/);
});
