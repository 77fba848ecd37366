import { createHash } from 'node:crypto';

/** What an event is, without its own hash; a column that holds nothing may be null or absent. */
export interface ChainedEvent {
  id: string;
  seq: number;
  at: Date;
  action: string;
  actorType: string;
  actorId?: string | null;
  actorName: string;
  tenantId?: string | null;
  customerId?: string | null;
  partnerId?: string | null;
  providerId?: string | null;
  subjectId?: string | null;
  detail: Record<string, unknown>;
  prevHash: string;
}

/** What the first event has for the hash of the one before it. */
export const genesis = '0'.repeat(64);

/**
 * JSON in the one form of RFC 8785 (sorted keys, no blanks), so that either engine's way to keep JSON leads to the same
 * bytes. Dates are ISO 8601 to the millisecond in UTC. Throws TypeError on what JSON cannot say.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  throw new TypeError(`${typeof value} has no canonical form`);
}

/**
 * The bytes that are hashed: the event as one canonical JSON object with all its columns but `hash`. Columns that hold
 * nothing are left out, so that a column added one day leaves the hashes of older events as they are.
 */
export function canonicalEvent(event: ChainedEvent): string {
  const { hash: _, ...columns } = event as ChainedEvent & { hash?: string };
  return canonicalJson(Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)));
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 of a value's canonical form: equal values have equal hashes, whatever the order of their keys. */
export const hashCanonical = (value: unknown): string => digest(canonicalJson(value));

/** SHA-256 of the event's canonical form. */
export const hashEvent = (event: ChainedEvent): string => digest(canonicalEvent(event));

const unstorable = /\p{Surrogate}|\0/gu;

/**
 * A value as both engines give it back: what JSON makes of it, without NUL and halves of characters, which PostgreSQL
 * refuses. Hash this, not what was given.
 */
export function storable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, member: unknown) => {
    if (typeof member === 'string') return member.replace(unstorable, '\uFFFD');
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).map(([key, inner]) => [key.replace(unstorable, '\uFFFD'), inner]));
  }) as T;
}
