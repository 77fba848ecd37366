import { describeTime } from './describe-time';

/** How somebody reads dates and numbers: a BCP 47 tag and a time zone of the IANA database; null is what everybody gets. */
export interface Reading {
  locale: string | null;
  timeZone: string | null;
}

/** Dates and numbers as one reader has them. Words around them stay English. */
export interface Formats {
  /** "12,345". */
  number: (value: number) => string;
  /** "12", "12.5". */
  tenths: (value: number) => string;
  /** "12.0", always with one digit after the point: for what goes on changing. */
  decimal: (value: number) => string;
  /** "12K", for where there is no room. */
  compact: (value: number) => string;
  /** "March 1, 2026". */
  day: (at: Date) => string;
  /** "March 1, 2026 at 09:05 UTC". */
  exact: (at: Date) => string;
  /** The same to the second. */
  precise: (at: Date) => string;
  /** "09:05 UTC". */
  clock: (at: Date) => string;
  /** "3 hours ago"; beyond 60 days "Mar 1, 2026". */
  ago: (at: Date, now: Date) => string;
  /** "Mar 1", of a day that begins and ends in UTC wherever it is read. */
  utcDay: (at: Date) => string;
}

/** What whoever has not chosen gets, and whoever has not signed in. */
const everybody = { locale: 'en', timeZone: 'UTC' };

/** Making a formatter takes a thousand times as long as using it. Of each reader's the ones in use are kept, and of readers so many. */
const kept = new Map<string, Formats>();
const keptAtMost = 200;

export function formatsOf({ locale, timeZone }: Reading): Formats {
  const key = `${locale ?? ''} ${timeZone ?? ''}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value as string);
  const made = makeFormats(locale ?? everybody.locale, knownHere(timeZone) ?? everybody.timeZone);
  kept.set(key, made);
  return made;
}

/** A browser may be older than the time zone that was chosen in another one. */
function knownHere(timeZone: string | null): string | null {
  try {
    return timeZone && new Intl.DateTimeFormat('en', { timeZone }) && timeZone;
  } catch {
    return null;
  }
}

/** Made when it is first used: a page needs one or two of them. */
function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function makeFormats(locale: string, timeZone: string): Formats {
  const numeral = (options: Intl.NumberFormatOptions) => {
    const format = once(() => new Intl.NumberFormat(locale, options));
    return (value: number) => format().format(value);
  };
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = once(() => new Intl.DateTimeFormat(locale, { timeZone, ...options }));
    return (at: Date) => format().format(at);
  };
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const short = { day: 'numeric', month: 'short' } as const;
  // Whoever has chosen nothing may be anywhere, and most of the world counts hours to 24.
  const hours = locale === everybody.locale ? ({ hourCycle: 'h23' } as const) : {};
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', ...hours } as const;
  const shortDay = date({ ...short, year: 'numeric' });
  return {
    number: numeral({ maximumFractionDigits: 0 }),
    tenths: numeral({ maximumFractionDigits: 1 }),
    decimal: numeral({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    compact: numeral({ notation: 'compact' }),
    day: date(long),
    exact: date({ ...long, ...time }),
    precise: date({ ...long, ...time, second: '2-digit' }),
    clock: date(time),
    ago: (at, now) => describeTime(at, now) ?? shortDay(at),
    utcDay: date({ ...short, timeZone: 'UTC' }),
  };
}
