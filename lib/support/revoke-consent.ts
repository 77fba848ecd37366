import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { consents } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { settleEnding } from '@/lib/consent/settle-ending';
import { heldByColleague, openRemoval } from './open-removal';
import { revokeInput } from './revocation-input';
import { revocationRefused } from './revocation-refused';
import { whyNotRevoked } from './why-not-revoked';
import { writeRevocation } from './write-revocation';

/**
 * Support ends a manufacturer's consent at once, with a reason that both sides read on their receipt (DESIGN §3, rule 4).
 * Closes the customer's request with it, and an end that was announced. Outcomes `taken` while a colleague is looking at that
 * request, `already_ended`, and `customer_ends_it` for a consent that is not a manufacturer's. Refused attempts go on record.
 */
export const revokeConsent = command({
  allow: 'consent:revoke',
  input: revokeInput,
  audit: 'consent.revoked',
  refused: revocationRefused,
  async run({ actor, about }, { consentId, ...order }) {
    const user = requireUser(actor);
    const { reason } = order;
    const at = now();
    const [ended] = await db
      .update(consents)
      .set({ revokedAt: at, revokedBy: user.id })
      .where(and(eq(consents.id, consentId), eq(consents.kind, 'oem'), isNull(consents.revokedAt)))
      .returning();
    if (!ended) return whyNotRevoked(consentId);
    const removal = await openRemoval(consentId);
    const colleague = heldByColleague(removal, user);
    if (colleague) return { ok: false, reason: 'taken', by: colleague } as const;
    await writeRevocation(ended, { ...order, by: user, removal, state: 'done', endsAt: at });
    const receipt = await settleEnding(user, ended, { as: 'support', reason });
    about({
      subjectId: consentId,
      customerId: ended.customerId,
      partnerId: ended.partnerId,
      detail: { kind: ended.kind, reason, receipt: receipt.id, receiptHash: receipt.hash },
    });
    return { ok: true, receiptId: receipt.id } as const;
  },
});
