import { and, asc, eq, gte, ne, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { db, transaction } from '@/db';
import { auditEntries, auditEvents, auditHead } from '@/db/schema';
import { systemActor } from '@/lib/auth/actor';
import { newCustomer, newPartner } from '@/lib/testing/tenants';
import { hashEvent } from './canonical';
import type { StoredEvent } from './diagnose';
import { entriesOf } from './entries';
import { recordEvent } from './record';
import { type Verdict, verifyChain } from './verify';

const length = 9;
let chain: StoredEvent[];

beforeAll(async () => {
  const { actor, tenant } = await newPartner('direct', 'admin_agent');
  const customer = await newCustomer();
  for (let i = 1; i <= length; i++) {
    const concerned = { customerId: customer.tenant.id, partnerId: tenant.id };
    await transaction(() => recordEvent(`test.step_${i}`, i % 2 ? actor : systemActor('test'), concerned));
  }
  chain = await db.select().from(auditEvents).orderBy(asc(auditEvents.seq));
});

const at = (seq: number): StoredEvent => {
  const event = chain[seq - 1];
  if (!event) throw new Error(`no event ${seq}`);
  return event;
};
const set = (seq: number, values: Partial<StoredEvent>) =>
  db
    .update(auditEvents)
    .set(values)
    .where(eq(auditEvents.id, at(seq).id));
const remove = (seq: number) => db.delete(auditEvents).where(eq(auditEvents.id, at(seq).id));
/** Moves all events from `seq` on by one place, up or down; through negative numbers, since each is unique at any moment. */
async function renumber(seq: number, by: 1 | -1, except = uuidv7()): Promise<void> {
  const moved = and(gte(auditEvents.seq, seq), ne(auditEvents.id, except));
  await db
    .update(auditEvents)
    .set({ seq: sql`-${auditEvents.seq}` })
    .where(moved);
  await db
    .update(auditEvents)
    .set({ seq: sql`-${auditEvents.seq} + ${by}` })
    .where(sql`${auditEvents.seq} < 0`);
}
async function insert(seq: number, given: Partial<StoredEvent> = {}): Promise<StoredEvent> {
  const draft = { ...at(1), id: uuidv7(), seq, action: 'test.forged', prevHash: chain[seq - 2]?.hash ?? '', ...given };
  const event = { ...draft, hash: given.hash ?? hashEvent(draft) };
  await db.insert(auditEvents).values(event);
  await db.insert(auditEntries).values(entriesOf(event)).onConflictDoNothing();
  return event;
}

/** The verdict on the chain after somebody had their hands in it; then all is as it was. */
async function tampered(work: () => Promise<unknown>, head?: string): Promise<Verdict> {
  let verdict: Verdict | undefined;
  const undo = new Error('undo');
  await transaction(async () => {
    await work();
    verdict = await verifyChain({ head });
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

describe('an untouched chain', () => {
  it('is counted, and its head named', async () => {
    expect(await verifyChain()).toEqual({ ok: true, count: length, head: at(length).hash });
  });

  it('holds what was noted of it earlier, or before its first event', async () => {
    expect(await verifyChain({ head: at(length).hash })).toMatchObject({ ok: true });
    expect(await verifyChain({ head: at(3).hash })).toMatchObject({ ok: true });
    expect(await verifyChain({ head: '0'.repeat(64) })).toMatchObject({ ok: true });
  });

  it('does not hold what was noted of another', async () => {
    expect(await verifyChain({ head: 'f'.repeat(64) })).toMatchObject({ ok: false, flaw: 'cut_off', seq: length });
  });
});

describe('an event that was changed', () => {
  it.each<[string, Partial<StoredEvent>]>([
    ['its detail', { detail: { dap: true } }],
    ['its actor', { actorName: 'Somebody else' }],
    ['its time', { at: new Date('2026-01-01T00:00:00.000Z') }],
    ['whom it concerns', { partnerId: null }],
    ['its hash', { hash: 'f'.repeat(64) }],
    ['its link', { prevHash: 'f'.repeat(64) }],
    ['its id', { id: uuidv7() }],
  ])('in %s is named', async (_what, values) => {
    const id = values.id ?? at(4).id;
    expect(await tampered(() => set(4, values))).toEqual({ ok: false, flaw: 'changed', seq: 4, id });
  });

  it('and given a fitting hash is named by the one that follows it', async () => {
    const forged = { ...at(4), actorName: 'Somebody else' };
    const verdict = await tampered(() => set(4, { ...forged, hash: hashEvent(forged) }));
    expect(verdict).toEqual({ ok: false, flaw: 'changed', seq: 4, id: at(4).id });
  });

  it('and given a fitting hash is named by the recorded end when it is the last', async () => {
    const forged = { ...at(length), detail: { forged: true } };
    const verdict = await tampered(() => set(length, { ...forged, hash: hashEvent(forged) }));
    expect(verdict).toEqual({ ok: false, flaw: 'changed', seq: length, id: at(length).id });
  });

  it('with all that follow, and the end, is named by a head that was noted earlier', async () => {
    const rewrite = async () => {
      let prevHash = at(length - 2).hash;
      for (const seq of [length - 1, length]) {
        const forged = { ...at(seq), detail: { forged: true }, prevHash };
        prevHash = hashEvent(forged);
        await set(seq, { ...forged, hash: prevHash });
      }
      await db.update(auditHead).set({ hash: prevHash });
    };
    expect(await tampered(rewrite)).toMatchObject({ ok: true });
    expect(await tampered(rewrite, at(length).hash)).toMatchObject({ ok: false, flaw: 'cut_off' });
    expect(await tampered(rewrite, at(length - 2).hash)).toMatchObject({ ok: true });
  });
});

describe('an event that was taken out', () => {
  it.each([1, 2, 5, length])('is named by its number: %i', async (seq) => {
    expect(await tampered(() => remove(seq))).toEqual({ ok: false, flaw: 'missing', seq, id: null });
  });

  it.each([1, 5])('is named when the others were renumbered: %i', async (seq) => {
    const verdict = await tampered(async () => {
      await remove(seq);
      await renumber(seq, -1);
    });
    expect(verdict).toEqual({ ok: false, flaw: 'missing', seq, id: null });
  });

  it('with all that followed is named by a head that was noted earlier', async () => {
    const cut = async () => {
      await db.delete(auditEvents).where(gte(auditEvents.seq, 6));
      await db.update(auditHead).set({ seq: 5, hash: at(5).hash });
    };
    expect(await tampered(cut)).toMatchObject({ ok: true, count: 5 });
    expect(await tampered(cut, at(length).hash)).toEqual({ ok: false, flaw: 'cut_off', seq: 5, id: at(5).id });
  });

  it('is named when the whole chain is gone', async () => {
    const all = () => db.delete(auditEvents);
    expect(await tampered(all)).toEqual({ ok: false, flaw: 'missing', seq: 1, id: null });
  });
});

describe('events that changed places', () => {
  it.each([
    [4, 5],
    [2, 7],
  ])('are named at the first: %i and %i', async (one, other) => {
    const verdict = await tampered(async () => {
      await set(one, { seq: -1 });
      await set(other, { seq: one });
      await set(one, { seq: other });
    });
    expect(verdict).toEqual({ ok: false, flaw: 'reordered', seq: one, id: at(other).id });
  });
});

describe('an event that was put in', () => {
  it.each<[string, Partial<StoredEvent>]>([
    ['with a fitting link and hash', {}],
    ['with a fitting link', { hash: 'f'.repeat(64) }],
    ['with nothing that fits', { hash: 'f'.repeat(64), prevHash: 'e'.repeat(64) }],
  ])('in the middle %s is named', async (_what, given) => {
    let forged: StoredEvent | undefined;
    const verdict = await tampered(async () => {
      await renumber(5, 1);
      forged = await insert(5, given);
    });
    expect(verdict).toEqual({ ok: false, flaw: 'inserted', seq: 5, id: forged?.id });
  });

  it.each([
    ['after the end', length + 1],
    ['before the beginning', 0],
  ])('%s is named', async (_what, seq) => {
    let forged: StoredEvent | undefined;
    const verdict = await tampered(async () => {
      forged = await insert(seq);
    });
    expect(verdict).toEqual({ ok: false, flaw: 'inserted', seq, id: forged?.id });
  });
});

describe('an event that a log', () => {
  it('does not show any more is named', async () => {
    const hide = () => db.delete(auditEntries).where(eq(auditEntries.seq, 3));
    expect(await tampered(hide)).toEqual({ ok: false, flaw: 'unlisted', seq: 3, id: at(3).id });
  });

  it('shows as something else is named', async () => {
    const disguise = () => db.update(auditEntries).set({ action: 'session.started' }).where(eq(auditEntries.seq, 3));
    expect(await tampered(disguise)).toMatchObject({ ok: false, flaw: 'unlisted', seq: 3 });
  });

  it('shows to others is named', async () => {
    const [entry] = entriesOf(at(3));
    if (!entry) throw new Error('no entry');
    const tell = () => db.insert(auditEntries).values({ ...entry, viewerId: uuidv7() });
    expect(await tampered(tell)).toMatchObject({ ok: false, flaw: 'unlisted', seq: 3 });
  });
});
