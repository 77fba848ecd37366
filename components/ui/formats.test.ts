import { describe, expect, it } from 'vitest';
import { type Formats, formatsOf } from './formats';

const nobody = formatsOf({ locale: null, timeZone: null });
const berlin = formatsOf({ locale: 'de-DE', timeZone: 'Europe/Berlin' });
const newYork = formatsOf({ locale: 'en-US', timeZone: 'America/New_York' });
const tokyo = formatsOf({ locale: 'ja-JP', timeZone: 'Asia/Tokyo' });
/** Late in the evening in UTC, and already the next day in the east. */
const late = new Date('2026-03-10T23:05:59Z');
/** What separates a number from its unit is not always the same blank. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('dates and numbers as their reader has them', () => {
  it.each<[keyof Omit<Formats, 'ago' | 'number' | 'tenths' | 'decimal' | 'compact'>, string, string, string, string]>([
    ['day', 'March 10, 2026', '11. März 2026', 'March 10, 2026', '2026年3月11日'],
    [
      'exact',
      'March 10, 2026 at 23:05 UTC',
      '11. März 2026 um 00:05 MEZ',
      'March 10, 2026 at 07:05 PM EDT',
      '2026年3月11日 08:05 JST',
    ],
    [
      'precise',
      'March 10, 2026 at 23:05:59 UTC',
      '11. März 2026 um 00:05:59 MEZ',
      'March 10, 2026 at 07:05:59 PM EDT',
      '2026年3月11日 08:05:59 JST',
    ],
    ['clock', '23:05 UTC', '00:05 MEZ', '07:05 PM EDT', '08:05 JST'],
    ['utcDay', 'Mar 10', '10. März', 'Mar 10', '3月10日'],
  ])('%s', (what, ...expected) => {
    expect([nobody, berlin, newYork, tokyo].map((formats) => plain(formats[what](late)))).toEqual(expected);
  });

  it.each<[keyof Pick<Formats, 'number' | 'tenths' | 'decimal' | 'compact'>, number, string, string]>([
    ['number', 1_234_567, '1,234,567', '1.234.567'],
    ['tenths', 1234.56, '1,234.6', '1.234,6'],
    ['tenths', 12, '12', '12'],
    ['decimal', 12, '12.0', '12,0'],
    ['compact', 1_234_567, '1.2M', '1,2 Mio.'],
  ])('%s of %d', (what, value, english, german) => {
    expect([nobody, berlin].map((formats) => plain(formats[what](value)))).toEqual([english, german]);
  });

  it('says in English words how long ago it was, and the date in the reader’s way when that is long', () => {
    const ago = (at: string) => berlin.ago(new Date(at), new Date('2026-03-10T12:00:00Z'));
    expect(ago('2026-03-10T09:00:00Z')).toBe('3 hours ago');
    expect(ago('2025-12-01T12:00:00Z')).toBe('1. Dez. 2025');
    expect(nobody.ago(new Date('2025-12-01T12:00:00Z'), late)).toBe('Dec 1, 2025');
  });

  it('names the time zone that it really used, where the chosen one is not known', () => {
    const lost = formatsOf({ locale: 'de-DE', timeZone: 'Atlantis/Poseidonis' });
    expect(plain(lost.exact(late))).toBe('10. März 2026 um 23:05 UTC');
  });

  it('makes the formats of a reader once', () => {
    expect(formatsOf({ locale: 'de-DE', timeZone: 'Europe/Berlin' })).toBe(berlin);
  });
});
