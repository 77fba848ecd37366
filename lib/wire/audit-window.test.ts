import { describe, expect, it } from 'vitest';
import { auditWindow, readMoment } from './audit-window';

const now = new Date('2026-08-20T12:00:00Z');
const said = ({ start, end }: { start: Date; end: Date }) => [start.toISOString(), end.toISOString()];

describe('a moment', () => {
  it.each([
    ['2026-08-01', '2026-08-01T00:00:00.000Z'],
    ['8/1/2026 12:00:00 AM', '2026-08-01T00:00:00.000Z'],
    ['08/01/2026 1:05:09 pm', '2026-08-01T13:05:09.000Z'],
    ['8/1/2026', '2026-08-01T00:00:00.000Z'],
    ['2026-08-01T10:00:00', '2026-08-01T10:00:00.000Z'],
    ['2026-08-01T10:00:00.5Z', '2026-08-01T10:00:00.500Z'],
    ['2026-08-01T10:00:00+02:00', '2026-08-01T08:00:00.000Z'],
  ])('%s', (text, iso) => expect(readMoment('startDate', text).toISOString()).toBe(iso));

  it.each(['', 'yesterday', '2026-13-01', '13/1/2026', '2/30/2026', '2026-08-01T99:00:00Z', '1'])(
    '%j is refused and the field named',
    (text) => expect(() => readMoment('startDate', text)).toThrow(/^startDate: /),
  );
});

describe('the time asked about', () => {
  it.each([
    [undefined, undefined, '2026-07-21T12:00:00.000Z', '2026-08-20T12:00:00.000Z'],
    ['2026-08-01', undefined, '2026-08-01T00:00:00.000Z', '2026-08-20T12:00:00.000Z'],
    ['2026-08-01', '2026-08-02', '2026-08-01T00:00:00.000Z', '2026-08-03T00:00:00.000Z'],
    [undefined, '2026-08-10', '2026-07-11T00:00:00.000Z', '2026-08-11T00:00:00.000Z'],
  ])('from %s to %s', (start, end, from, to) => expect(said(auditWindow(start, end, now))).toEqual([from, to]));

  it.each([
    ['2026-08-02', '2026-08-01T00:00:00Z', 'Begin before'],
    ['2026-05-01', '2026-05-20', '90 days'],
    ['2026-06-01', '2026-08-01', '30 days at a time'],
  ])('from %s to %s is refused', (start, end, sentence) =>
    expect(() => auditWindow(start, end, now)).toThrow(sentence),
  );
});
