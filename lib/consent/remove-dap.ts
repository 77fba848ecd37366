import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents, tenants } from '@/db/schema';
import { requireUser, type UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { dropDap } from './drop-dap';
import { dapRemovalConsequences } from './ending-consequences';
import { requesterOf } from './find-concerned';
import type { Receipt } from './receipt';
import { receiptMail } from './receipt-mail';
import { writeReceipts } from './write-receipts';

/**
 * Takes the delegated admin privileges off a customer's consent and leaves the rest of it as it is. Outcome `not_granted`
 * where there are none; another customer's consent and an ended one are `not_found`.
 */
export const removeDap = command({
  allow: 'consent:remove_dap',
  input: z.object({ consentId: z.uuid() }),
  audit: 'consent.dap_removed',
  async run({ actor, about }, { consentId }) {
    const user = requireUser(actor);
    const changed = await dropDap(consentId, eq(consents.customerId, user.tenant.id));
    if (!changed) return { ok: false, reason: 'not_granted' } as const;
    const receipt = await receiptOf(user, changed);
    await queueMail(user.email, receiptMail('customer', receipt));
    await notify({
      kind: 'dap_removed',
      to: { tenantId: changed.partnerId },
      params: { customer: user.tenant.name },
      path: paths.customer(user.tenant.id),
      mail: receiptMail('partner', receipt),
      mailTo: await requesterOf(changed.requestId),
    });
    about({
      subjectId: consentId,
      customerId: user.tenant.id,
      partnerId: changed.partnerId,
      detail: { kind: changed.kind, receipt: receipt.id, receiptHash: receipt.hash },
    });
    return { ok: true } as const;
  },
});

async function receiptOf(person: UserActor, consent: typeof consents.$inferSelect): Promise<Receipt> {
  const [partner] = await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, consent.partnerId));
  const { providerId } = consent;
  return writeReceipts(person, {
    event: 'changed',
    at: now(),
    consent,
    provider: { before: providerId, after: providerId },
    dap: { before: true, after: false },
    shown: [{ title: 'Before it was removed', sentences: dapRemovalConsequences(partner?.name ?? '') }],
  });
}
