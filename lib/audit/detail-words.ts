import { roleNames } from '@/lib/auth/role-names';
import { consentKindNames } from '@/lib/consent/names';
import { failureNames } from '@/lib/devices/failure-names';
import { profileSettings, settingWords } from '@/lib/profiles/settings';
import { refusalWords } from './refusal-words';

/** One fact of an event's detail: what it is, and its value in one line or several. */
export interface DetailFact {
  term: string;
  lines: string[];
}

const terms: Record<string, string> = {
  askedBy: 'Who asked',
  acceptsTerms: 'License terms accepted for the customer',
  batch: 'Batch',
  bytes: 'Size of the file',
  checks: 'What support made sure of',
  counterpartId: 'Other partner’s id',
  counterpartName: 'Other partner',
  customers: 'Customers concerned',
  dap: 'Delegated administration',
  failureCode: 'Reason',
  formerName: 'Name before',
  locale: 'Dates and numbers',
  makes: 'Manufacturer names',
  mode: 'Faulty rows',
  provider: 'Provider’s id',
  receiptHash: 'SHA-256 of the receipt',
  replaced: 'Replaced link’s id',
  replaces: 'Replaced request’s id',
  sha256: 'SHA-256 of the file',
  shown: 'What was shown',
  shownHash: 'SHA-256 of what was shown',
  superseded: 'Replaced invitations',
  total: 'Rows in the file',
  why: 'Refused because',
  endsAt: 'Ends',
};

const values: Record<string, Record<string, string>> = {
  settings: Object.fromEntries(profileSettings.map((setting) => [setting, settingWords[setting].label])),
  kind: consentKindNames,
  roles: roleNames,
  before: roleNames,
  delivery: { mail: 'Our mail', copy: 'A mail of the sender’s own', standing: 'Standing link' },
  mode: { keep_good: 'Left out, the rest is registered', all_or_nothing: 'One stops the whole upload' },
  why: refusalWords,
  failureCode: failureNames,
};

const bytes = (value: number): string =>
  value < 1024
    ? `${value} bytes`
    : new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value / 1024 ** (value < 1024 ** 2 ? 1 : 2)) +
      (value < 1024 ** 2 ? ' KB' : ' MB');

const moment = new Intl.DateTimeFormat('en', {
  dateStyle: 'long',
  timeStyle: 'short',
  hourCycle: 'h23',
  timeZone: 'UTC',
});
const isMoment = (value: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);

/** "firstRow" is "First row". */
function termOf(key: string): string {
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase();
  return terms[key] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function linesOf(key: string, value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'boolean') return [value ? 'Yes' : 'No'];
  if (typeof value === 'number') return [key === 'bytes' ? bytes(value) : value.toLocaleString('en')];
  if (typeof value === 'string') {
    if (isMoment(value)) return [`${moment.format(new Date(value))} UTC`];
    return (values[key]?.[value] ?? value).split('\n').filter((line) => line.trim() !== '');
  }
  if (Array.isArray(value)) return value.flatMap((item) => linesOf(key, item));
  if (key === 'shown') return linesOf('', sentencesOf(value));
  return Object.entries(value).flatMap(([inner, member]) =>
    linesOf(inner, member).map((line) => `${termOf(inner)}: ${line}`),
  );
}

/** Of a consent page that was shown, its sentences; the facts beside them stand in the event itself. */
function sentencesOf(shown: object): unknown[] {
  const { grants, limits, next } = shown as Record<string, unknown>;
  return [grants, limits, next];
}

/** An event's detail in words, by term: not every engine keeps an order. What holds nothing is left out. */
export function describeDetail(detail: Record<string, unknown>): DetailFact[] {
  return Object.entries(detail)
    .map(([key, value]) => ({ term: termOf(key), lines: linesOf(key, value) }))
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => (a.term < b.term ? -1 : 1));
}

/**
 * The detail as another organisation may see it: people are shown to each other by name, so without addresses, at whatever
 * depth they stand.
 */
export function withoutAddresses<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutAddresses) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !/email|^recipient$/i.test(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutAddresses(member)])) as T;
}
