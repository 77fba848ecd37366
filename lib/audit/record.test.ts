import { asc, eq, gt } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { db, transaction } from '@/db';
import { auditEntries, auditEvents, auditHead, auditNames } from '@/db/schema';
import { systemActor } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { newCustomer, newPartner } from '@/lib/testing/tenants';
import { hashEvent } from './canonical';
import { nilId } from './entries';
import { recordEvent } from './record';
import { verifyChain } from './verify';

const change = command({
  allow: 'requests:send',
  input: z.object({ fate: z.enum(['fine', 'refused', 'broken']), after: z.boolean().optional() }),
  audit: 'test.changed',
  async run({ about, actor }, { fate, after }) {
    if (fate === 'refused') return { ok: false, reason: 'refused' } as const;
    if (fate === 'broken' && !after) throw new Error('broken');
    about({ partnerId: actor?.type === 'user' ? actor.tenant.id : null });
    return { ok: true } as const;
  },
});

const eventsSince = (seq: number) =>
  db.select().from(auditEvents).where(gt(auditEvents.seq, seq)).orderBy(asc(auditEvents.seq));
async function headSeq(): Promise<number> {
  const [head] = await db.select().from(auditHead);
  return head?.seq ?? 0;
}

describe('the chain', () => {
  it('stays one and unbroken when fifty commands come at once, and some of them fail', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    const before = await headSeq();
    const fates = ['fine', 'fine', 'refused', 'fine', 'broken'] as const;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => change(actor, { fate: fates[i % 5] ?? 'fine' })),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    const events = await eventsSince(before);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, i) => before + i + 1));
    for (const [i, event] of events.entries()) {
      expect(event.hash).toBe(hashEvent(event));
      if (i > 0) expect(event.prevHash).toBe(events[i - 1]?.hash);
    }
    expect(await verifyChain()).toEqual({ ok: true, count: before + 30, head: events.at(-1)?.hash });
  });

  it('leaves no gap when what was recorded is rolled back', async () => {
    const before = await headSeq();
    const lost = transaction(async () => {
      await recordEvent('test.lost', systemActor('test'), {});
      throw new Error('changed my mind');
    });
    await expect(lost).rejects.toThrow('changed my mind');
    await transaction(() => recordEvent('test.kept', systemActor('test'), {}));
    expect((await eventsSince(before)).map(({ seq, action }) => [seq, action])).toEqual([[before + 1, 'test.kept']]);
    expect(await verifyChain()).toMatchObject({ ok: true });
  });

  it('holds whatever a detail holds', async () => {
    const detail = {
      z: [1, null, { ü: -0 }],
      a: new Date('2026-02-03T04:05:06.789Z'),
      gone: undefined,
      half: 'a\ud800b\0',
      large: 1e21,
      small: 1e-7,
      text: '"\\\u202e€😀e\u0301',
    };
    await transaction(() => recordEvent('test.kept', systemActor('test'), { detail }));
    expect(await verifyChain()).toMatchObject({ ok: true });
  });
});

describe('an event', () => {
  it('stands in the log of everyone it concerns and in the operator’s, once each', async () => {
    const partner = await newPartner('indirect_reseller', 'admin_agent');
    const provider = await newPartner('indirect_provider', 'admin_agent');
    const customer = await newCustomer();
    const subjectId = uuidv7();
    const concerned = { customerId: customer.tenant.id, partnerId: partner.tenant.id, providerId: provider.tenant.id };
    await transaction(() => recordEvent('test.kept', partner.actor, { subjectId, ...concerned }));
    const [event] = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, subjectId));
    const entries = await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.seq, event?.seq ?? 0));
    expect(entries.map(({ viewerId }) => viewerId).sort()).toEqual([nilId, ...Object.values(concerned)].sort());
  });

  it('notes in each log who appears in it', async () => {
    const partner = await newPartner('direct', 'admin_agent');
    const customer = await newCustomer();
    const concerned = { customerId: customer.tenant.id, partnerId: partner.tenant.id };
    for (const _twice of [1, 2]) await transaction(() => recordEvent('test.kept', partner.actor, concerned));
    const names = await db.select().from(auditNames).where(eq(auditNames.viewerId, customer.tenant.id));
    expect(names.map(({ kind, key, organizationId }) => [kind, key, organizationId]).sort()).toEqual([
      ['organization', partner.tenant.sortName, partner.tenant.id],
      ['person', partner.actor.name.toLowerCase(), nilId],
    ]);
  });
});
