import { days, later } from '@/lib/clock';
import { codes, WireError } from './wire-error';

const refuse = (sentence: string) => new WireError(400, codes.invalidProperty, sentence);

const written = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d\d):(\d\d) (AM|PM))?$/i;

/** A moment as clients write one, in UTC: `2026-08-01`, `8/1/2026 12:00:00 AM` or ISO 8601. A day alone is its beginning. */
export function readMoment(name: string, text: string): Date {
  const american = written.exec(text.trim());
  if (american) {
    const [, month, day, year, hour = '12', minute = '0', second = '0', half = 'AM'] = american;
    const hours = (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
    const moment = new Date(
      Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second)),
    );
    if (moment.getUTCMonth() === Number(month) - 1 && Number(hour) <= 12) return moment;
  } else if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.test(text.trim())) {
    const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T');
    const moment = new Date(zoned ? text.trim() : `${text.trim()}Z`);
    if (!Number.isNaN(moment.getTime())) return moment;
  }
  throw refuse(`${name}: Write a date as 2026-08-01, 8/1/2026 12:00:00 AM or in ISO 8601.`);
}

const isDay = (text: string) => !/[T ]/.test(text.trim());

/** The time asked about: 30 days back where nothing is said, at most 30 days, and nothing older than 90 days. */
export function auditWindow(startDate: string | undefined, endDate: string | undefined, now: Date) {
  const named = endDate === undefined ? now : readMoment('endDate', endDate);
  // A day that is named is all of it.
  const end = endDate !== undefined && isDay(endDate) ? later(named, days(1)) : named;
  const start = startDate === undefined ? later(named, -days(30)) : readMoment('startDate', startDate);
  if (start > end) throw refuse('startDate: Begin before endDate.');
  if (start < later(now, -days(91))) throw refuse('startDate: Records go back 90 days.');
  if (end.getTime() - start.getTime() > days(31)) throw refuse('endDate: Ask for at most 30 days at a time.');
  return { start, end };
}
