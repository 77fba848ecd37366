import { and, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { consents, tenants } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { queueMail } from '@/lib/mail/queue-mail';
import { type Receipt, shownText } from './receipt';
import { receiptMail } from './receipt-mail';
import { hashShown, type Shown } from './shown';
import { writeReceipts } from './write-receipts';

interface Grant {
  /** What the person read and said yes to. */
  shown: Shown;
  /** The request it answers. */
  requestId: string;
  /** Whether the box for delegated administration was left ticked; counts only where it was asked for. */
  dap: boolean;
  at: Date;
}

type ConsentRow = typeof consents.$inferSelect;

/**
 * Makes or widens the one active consent of the person's organization with a partner, inside the transaction of the command
 * that decided it. Accepting once more adds to what is held and takes nothing away; since when and by whom stays as it was.
 * Each side gets its receipt, and the person a mail with theirs; telling the partner is the command's, which knows whom.
 * `added` is false when nothing was missing.
 */
export async function grantConsent(
  person: UserActor,
  { shown, requestId, dap, at }: Grant,
): Promise<{ id: string; receipt: Receipt; added: boolean }> {
  const granted = shown.dap && dap;
  const providerId = shown.provider?.id ?? null;
  const { before, after } = await widen(person, { shown, requestId, granted, providerId, at });
  const changed = before !== null && (before.dap !== after.dap || before.providerId !== after.providerId);
  const receipt = await writeReceipts(person, {
    event: changed ? 'changed' : 'granted',
    at,
    consent: after,
    provider: { before: before?.providerId ?? null, after: after.providerId },
    dap: { before: before?.dap ?? false, after: after.dap },
    shown: shownText(shown),
    shownHash: hashShown(shown),
  });
  await queueMail(person.email, receiptMail('customer', receipt));
  return { id: after.id, receipt, added: before === null || changed };
}

interface Widening {
  shown: Shown;
  requestId: string;
  granted: boolean;
  providerId: string | null;
  at: Date;
}

/** What was held before and what is held now. Naming the request first holds the row, so that nobody else changes it between. */
async function widen(
  person: UserActor,
  { shown, requestId, granted, providerId, at }: Widening,
): Promise<{ before: ConsentRow | null; after: ConsentRow }> {
  const { kind, partner } = shown;
  const [customer] = await db.select().from(tenants).where(eq(tenants.id, person.tenant.id));
  if (!customer) throw new Error('the signed-in organization is gone');
  const active = and(
    eq(consents.customerId, customer.id),
    eq(consents.partnerId, partner.id),
    eq(consents.kind, kind),
    isNull(consents.revokedAt),
  );
  for (;;) {
    const [before] = await db.update(consents).set({ requestId }).where(active).returning();
    if (before) {
      const [after] = await db
        .update(consents)
        .set({ providerId, ...(granted ? { dap: true } : {}) })
        .where(eq(consents.id, before.id))
        .returning();
      if (!after) throw new Error('a consent that is held went away');
      return { before, after };
    }
    const [made] = await db
      .insert(consents)
      .values({
        id: uuidv7(),
        customerId: customer.id,
        partnerId: partner.id,
        kind,
        providerId,
        requestId,
        dap: granted,
        customerSort: customer.sortName,
        customerDomain: customer.domain,
        grantedBy: person.id,
        grantedAt: at,
      })
      .onConflictDoNothing()
      .returning();
    if (made) return { before: null, after: made };
  }
}
