import { and, eq, ne } from 'drizzle-orm';
import { db } from '@/db';
import { auditEvents } from '@/db/schema';
import { hashEvent } from './canonical';

export type StoredEvent = typeof auditEvents.$inferSelect;

/** What can be wrong with a chain, at its first bad place. */
type Flaw = 'changed' | 'missing' | 'reordered' | 'inserted' | 'unlisted' | 'cut_off';

export interface Break {
  flaw: Flaw;
  seq: number;
  /** Null where the event is gone. */
  id: string | null;
}

export interface Link {
  seq: number;
  id: string | null;
  hash: string;
  prevHash: string;
}

/**
 * Says what was done to a chain at the first event that does not follow from the one before it; null when it does follow.
 * May read the whole table, so it is asked once.
 */
export async function findBreak(event: StoredEvent, previous: Link): Promise<Break | null> {
  const here = { seq: event.seq, id: event.id };
  if (event.seq > previous.seq + 1) return { flaw: 'missing', seq: previous.seq + 1, id: null };
  if (event.seq <= previous.seq) return { flaw: 'inserted', ...here };
  const whole = event.hash === hashEvent(event);
  const linked = event.prevHash === previous.hash;
  if (whole && linked) return null;
  // It vouches for an earlier one that is no longer what it was, and was given a fitting hash.
  if (whole) return { flaw: 'changed', seq: previous.seq || event.seq, id: previous.id ?? event.id };

  const rightful = await hasSuccessor(previous.hash, event.id);
  if (linked) return { flaw: rightful ? 'inserted' : 'changed', ...here };
  const movedFrom = await originalSeq(event);
  if (movedFrom === null) return { flaw: rightful ? 'inserted' : 'changed', ...here };
  if (event.prevHash === previous.prevHash) return { flaw: 'inserted', seq: previous.seq, id: previous.id };
  return rightful ? { flaw: 'reordered', ...here } : { flaw: 'missing', seq: event.seq, id: null };
}

/** Whether another event than this one follows upon the hash. */
async function hasSuccessor(hash: string, otherThan: string): Promise<boolean> {
  const found = await db
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(and(eq(auditEvents.prevHash, hash), ne(auditEvents.id, otherThan)))
    .limit(1);
  return found.length > 0;
}

/** How many events may have been taken out before an event is no longer recognised as one that was moved. */
const reach = 100_000;

/** The number under which the event was written, when nothing but its number was changed; else null. */
async function originalSeq(event: StoredEvent): Promise<number | null> {
  for (let distance = 1; distance <= reach; distance++) {
    for (const seq of [event.seq + distance, event.seq - distance]) {
      if (seq > 0 && event.hash === hashEvent({ ...event, seq })) return seq;
    }
  }
  return null;
}
