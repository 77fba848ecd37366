import { and, eq, isNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents, removalRequests, users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { removalText } from '@/lib/consent/plain-text';
import { settleEnding } from '@/lib/consent/settle-ending';
import { AppError } from '@/lib/errors';

/**
 * Support ends a manufacturer's consent at once, with a reason that both sides read on their receipt (DESIGN §3, rule 4).
 * Closes the customer's request with it. Outcomes `taken` while a colleague is looking at that request, and `already_ended`;
 * consents of other kinds are not support's to end: `not_found`.
 */
export const revokeConsent = command({
  allow: 'consent:revoke',
  input: z.object({ consentId: z.uuid(), reason: removalText }),
  audit: 'consent.revoked',
  async run({ actor, about }, { consentId, reason }) {
    const user = requireUser(actor);
    const at = now();
    const manufacturers = and(eq(consents.id, consentId), eq(consents.kind, 'oem'));
    const [ended] = await db
      .update(consents)
      .set({ revokedAt: at, revokedBy: user.id })
      .where(and(manufacturers, isNull(consents.revokedAt)))
      .returning();
    if (!ended) {
      const [found] = await db.select({ id: consents.id }).from(consents).where(manufacturers);
      if (!found) throw new AppError('not_found');
      return { ok: false, reason: 'already_ended' } as const;
    }
    const [colleague] = await db
      .select({ name: users.name })
      .from(removalRequests)
      .innerJoin(users, eq(users.id, removalRequests.assigneeId))
      .where(
        and(
          eq(removalRequests.consentId, consentId),
          eq(removalRequests.state, 'in_review'),
          ne(removalRequests.assigneeId, user.id),
        ),
      );
    if (colleague) return { ok: false, reason: 'taken', by: colleague.name } as const;
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
