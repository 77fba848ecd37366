import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents, tenants } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { notify } from '@/lib/notifications/notify';
import { sentence } from '@/lib/notifications/sentences';
import { paths } from '@/lib/paths';
import { requesterOf } from './find-concerned';
import { unusedAt } from './unused';
import { unusedMail } from './unused-mail';

/** Consents in one transaction: each may be a mail. */
const portion = 100;

type Consent = typeof consents.$inferSelect;

/**
 * Tells both sides of a partner's consents that lie unused, each consent once until its next use: every customer of its own,
 * the partner of all of the portion at once, since they may be many. Outcome `nothing_due`.
 */
export const tellUnused = command({
  allow: 'consent:tell_unused',
  input: z.object({ partnerId: z.uuid() }),
  audit: 'consent.unused_told',
  async run({ about }, { partnerId }) {
    const at = now();
    const due = and(eq(consents.partnerId, partnerId), unusedAt(at), isNull(consents.unusedToldAt));
    const some = db.select({ id: consents.id }).from(consents).where(due).orderBy(asc(consents.id)).limit(portion);
    const told = await db
      .update(consents)
      .set({ unusedToldAt: at })
      .where(and(due, inArray(consents.id, some)))
      .returning();
    const [first] = told;
    if (!first) return { ok: false, reason: 'nothing_due' } as const;
    const names = await namesOf([partnerId, ...told.map(({ customerId }) => customerId)]);
    const name = (id: string) => names.get(id) ?? '';
    for (const consent of told) await tellCustomer(consent, name(partnerId));
    await tellPartner(first, name(first.customerId), told.length - 1);
    about({
      partnerId,
      ...(told.length === 1 ? { customerId: first.customerId, subjectId: first.id } : {}),
      detail: { consents: told.length },
    });
    return { ok: true, told: told.length } as const;
  },
});

async function tellCustomer({ customerId, grantedBy, kind }: Consent, organization: string): Promise<void> {
  const told = { kind: 'consent_unused', params: { organization, others: 0 } } as const;
  const path = paths.relationships();
  const said = sentence(told.kind, told.params);
  const mail = unusedMail({ side: 'customer', said, oem: kind === 'oem', path });
  await notify({ ...told, to: { tenantId: customerId }, path, mail, mailTo: grantedBy });
}

async function tellPartner(consent: Consent, organization: string, others: number): Promise<void> {
  const told = { kind: 'consent_unused', params: { organization, others } } as const;
  const path = others > 0 ? paths.customers() : paths.customer(consent.customerId);
  const said = sentence(told.kind, told.params);
  const mail = unusedMail({ side: 'partner', said, oem: consent.kind === 'oem', path });
  const mailTo = others > 0 ? null : await requesterOf(consent.requestId);
  await notify({ ...told, to: { tenantId: consent.partnerId }, path, mail, mailTo });
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const rows = await db.select({ id: tenants.id, name: tenants.name }).from(tenants).where(inArray(tenants.id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}
