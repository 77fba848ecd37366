import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents, users } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { dropDap } from './drop-dap';
import { dapRemovalConsequences } from './ending-consequences';
import { receiptMail } from './receipt-mail';
import { writeReceipts } from './write-receipts';

/**
 * The partner gives the delegated admin privileges back that its consent came with, and keeps the rest of it. Whoever gave
 * the consent is mailed the receipt. Outcome `not_granted` where there are none; a consent that is not the partner's own, or
 * has ended, is `not_found`.
 */
export const waiveDap = command({
  allow: 'consent:waive_dap',
  input: z.object({ consentId: z.uuid() }),
  audit: 'consent.dap_waived',
  async run({ actor, about }, { consentId }) {
    const who = requireTenant(actor);
    const changed = await dropDap(consentId, eq(consents.partnerId, who.tenant.id));
    if (!changed) return { ok: false, reason: 'not_granted' } as const;
    const { customerId, partnerId, providerId, kind } = changed;
    const receipt = await writeReceipts(who, {
      event: 'changed',
      at: now(),
      consent: changed,
      provider: { before: providerId, after: providerId },
      dap: { before: true, after: false },
      shown: [{ title: 'Before it was given back', sentences: dapRemovalConsequences(who.tenant.name) }],
    });
    const [grantor] = await db
      .select({ email: users.email })
      .from(users)
      .where(and(eq(users.id, changed.grantedBy), isNull(users.disabledAt)));
    if (grantor) await queueMail(grantor.email, receiptMail('customer', receipt));
    const detail = { kind, receipt: receipt.id, receiptHash: receipt.hash };
    about({ subjectId: consentId, customerId, partnerId, providerId, detail });
    return { ok: true } as const;
  },
});
