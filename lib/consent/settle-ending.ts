import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { type consents, partnerLinks, tenants } from '@/db/schema';
import type { TenantActor } from '@/lib/auth/actor';
import { queueMail } from '@/lib/mail/queue-mail';
import { notify } from '@/lib/notifications/notify';
import { closeRemoval } from '@/lib/support/close-removal';
import { closeRevocation } from '@/lib/support/close-revocation';
import { emitEnded } from './emit-consent';
import { endingConsequences } from './ending-consequences';
import { requesterOf } from './find-concerned';
import type { Receipt, ReceiptContent } from './receipt';
import { receiptMail, receiptPath } from './receipt-mail';
import { writeReceipts } from './write-receipts';

type Side = ReceiptContent['by']['side'];

/**
 * What follows once a consent has its `revokedAt`, inside the same transaction: a receipt for each side, and word of it, also to programs. The
 * person who ended it gets the mail of their side; where a program did, that side is told like the other one. Of the other
 * side everybody concerned is told, and who asked for the consent or gave it is mailed. Support is told nothing about its own
 * doing.
 */
export async function settleEnding(
  who: TenantActor,
  ended: typeof consents.$inferSelect,
  { as, reason }: { as: Side; reason?: string },
): Promise<Receipt> {
  const { customerId, partnerId, providerId, dap, revokedAt } = ended;
  if (!revokedAt) throw new Error('the consent has not ended');
  const providerName = await nameOfLinked(providerId, partnerId);
  const customerName = await nameOf(customerId);
  const partnerName = await nameOf(partnerId);
  const receipt = await writeReceipts(who, {
    event: 'ended',
    at: revokedAt,
    consent: ended,
    provider: { before: providerId, after: null },
    dap: { before: dap, after: false },
    shown: [
      {
        title: 'Before it was ended',
        sentences: endingConsequences[as]({ partnerName, customerName, providerName, dap }),
      },
    ],
    reason,
  });
  const by = who.type === 'user' ? who.id : null;
  await closeRevocation(ended.id, { by, at: revokedAt });
  const removal = await closeRemoval(ended.id, { by, at: revokedAt, answer: reason });
  const endedBy = as === 'support' ? `${who.tenant.name} support` : who.tenant.name;
  const sides = [
    {
      side: 'customer',
      tenantId: customerId,
      organization: partnerName,
      mailTo: removal?.askedBy ?? ended.grantedBy,
    },
    { side: 'partner', tenantId: partnerId, organization: customerName, mailTo: await requesterOf(ended.requestId) },
  ] as const;
  for (const { side, tenantId, organization, mailTo } of sides) {
    const mail = receiptMail(side, receipt);
    const told = { to: { tenantId }, path: receiptPath(side, receipt.id), mail, mailTo };
    if (side === as && who.type === 'user') await queueMail(who.email, mail);
    else if (side === 'customer' && removal)
      await notify({ ...told, kind: 'removal_answered', params: { organization, answer: 'removed' } });
    else await notify({ ...told, kind: 'consent_ended', params: { organization, endedBy } });
  }
  await emitEnded(receipt, { linked: providerName !== null });
  return receipt;
}

async function nameOf(id: string): Promise<string> {
  const [tenant] = await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, id));
  if (!tenant) throw new Error('a consent without its organizations');
  return tenant.name;
}

/** A provider that parted from the reseller loses nothing by this: it could do nothing any more. */
async function nameOfLinked(providerId: string | null, resellerId: string): Promise<string | null> {
  if (!providerId) return null;
  const [linked] = await db
    .select({ name: tenants.name })
    .from(partnerLinks)
    .innerJoin(tenants, eq(tenants.id, partnerLinks.providerId))
    .where(
      and(
        eq(partnerLinks.providerId, providerId),
        eq(partnerLinks.resellerId, resellerId),
        isNull(partnerLinks.endedAt),
      ),
    );
  return linked?.name ?? null;
}
