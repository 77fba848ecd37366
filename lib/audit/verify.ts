import { and, asc, eq, gt, gte, lte } from 'drizzle-orm';
import { db } from '@/db';
import { auditEntries, auditEvents, auditHead } from '@/db/schema';
import { genesis } from './canonical';
import { type Break, findBreak, type Link, type StoredEvent } from './diagnose';
import { entriesOf } from './entries';

/** An unbroken chain with its number of events and its head, or the first broken place. */
export type Verdict = { ok: true; count: number; head: string } | ({ ok: false } & Break);

/** Events read at once. */
const pageSize = 1000;

/**
 * Recomputes the chain from its first event to its last, in pages, while the portal goes on working. `head` is a hash that
 * was noted earlier: it must still be in the chain, which proves that what it stood for was neither cut off nor rewritten.
 */
export async function verifyChain({ head }: { head?: string } = {}): Promise<Verdict> {
  let last: Link = { seq: 0, id: null, hash: genesis, prevHash: '' };
  let metHead = head === undefined || head === genesis;
  // Told last: whoever broke the chain has most likely disturbed the logs, too.
  let unlisted: Break | null = null;
  for (;;) {
    // Before the page: all that this head counts is then in the page or before it.
    const recorded = await readHead();
    const page = await eventsAfter(last);
    if (page.length === 0) {
      const wrong = endBreak(last, recorded) ?? unlisted;
      if (wrong) return { ok: false, ...wrong };
      if (!metHead) return { ok: false, flaw: 'cut_off', seq: last.seq, id: last.id };
      return { ok: true, count: last.seq, head: last.hash };
    }
    const listed = await entriesFor(page);
    for (const event of page) {
      const wrong = await findBreak(event, last);
      if (wrong) return { ok: false, ...wrong };
      if (!isListed(event, listed)) unlisted ??= { flaw: 'unlisted', seq: event.seq, id: event.id };
      metHead ||= event.hash === head;
      last = event;
    }
  }
}

const eventsAfter = (last: Link): Promise<StoredEvent[]> =>
  db
    .select()
    .from(auditEvents)
    .where(last.id === null ? undefined : gt(auditEvents.seq, last.seq))
    .orderBy(asc(auditEvents.seq))
    .limit(pageSize);

async function readHead(): Promise<{ seq: number; hash: string }> {
  const [recorded] = await db.select().from(auditHead).where(eq(auditHead.id, 1));
  return recorded ?? { seq: 0, hash: genesis };
}

/** Whether the chain ends where the portal left it. */
function endBreak(last: Link, recorded: { seq: number; hash: string }): Break | null {
  if (recorded.seq > last.seq) return { flaw: 'missing', seq: last.seq + 1, id: null };
  if (recorded.seq < last.seq) return { flaw: 'inserted', seq: last.seq, id: last.id };
  if (recorded.hash !== last.hash) return { flaw: 'changed', seq: last.seq, id: last.id };
  return null;
}

type Entry = typeof auditEntries.$inferSelect;

/** The log entries of these events, by event. */
async function entriesFor(page: StoredEvent[]): Promise<Map<number, Entry[]>> {
  const range = and(gte(auditEntries.seq, page[0]?.seq ?? 0), lte(auditEntries.seq, page.at(-1)?.seq ?? 0));
  const found = await db.select().from(auditEntries).where(range);
  const bySeq = new Map<number, Entry[]>();
  for (const entry of found) bySeq.set(entry.seq, [...(bySeq.get(entry.seq) ?? []), entry]);
  return bySeq;
}

/** Without `step`, which is a matter of how a version tells its story. */
const line = (entry: Omit<Entry, 'step'>) =>
  [entry.viewerId, entry.at.toISOString(), entry.action, entry.actorKey].join('\n');

/** Whether the event stands in the logs in which it must stand, as what it is, and in no other. */
function isListed(event: StoredEvent, listed: Map<number, Entry[]>): boolean {
  const expected = entriesOf(event).map(line).sort();
  const found = (listed.get(event.seq) ?? []).map(line).sort();
  return expected.join('\n\n') === found.join('\n\n');
}
