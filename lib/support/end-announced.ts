import { and, eq, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents, revocations, tenants, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { toActor } from '@/lib/auth/load-session';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { settleEnding } from '@/lib/consent/settle-ending';

/**
 * Ends a consent on the day that support announced; the receipts name whoever announced it. Outcomes `not_due`, and
 * `over` once it was taken back or overtaken.
 */
export const endAnnounced = command({
  allow: 'consent:revoke_due',
  input: z.object({ revocationId: z.uuid() }),
  audit: 'consent.revoked_as_announced',
  async run({ about }, { revocationId }) {
    const at = now();
    const announced = and(eq(revocations.id, revocationId), eq(revocations.state, 'announced'));
    const [due] = await db
      .update(revocations)
      .set({ state: 'done', closedAt: at })
      .where(and(announced, lte(revocations.endsAt, at)))
      .returning();
    if (!due) {
      const [waiting] = await db.select({ id: revocations.id }).from(revocations).where(announced);
      return { ok: false, reason: waiting ? 'not_due' : 'over' } as const;
    }
    const { consentId, customerId, partnerId, createdBy, reason } = due;
    const [ended] = await db
      .update(consents)
      .set({ revokedAt: at, revokedBy: createdBy })
      .where(and(eq(consents.id, consentId), isNull(consents.revokedAt)))
      .returning();
    if (!ended) throw new Error('a consent ended and left its announced end open');
    const receipt = await settleEnding(await supporter(createdBy), ended, { as: 'support', reason });
    const detail = { kind: ended.kind, reason, receipt: receipt.id, receiptHash: receipt.hash };
    about({ subjectId: consentId, customerId, partnerId, detail });
    return { ok: true } as const;
  },
});

/** Whoever announced it, as they are now. */
async function supporter(userId: string): Promise<UserActor> {
  const [found] = await db
    .select({ user: users, tenant: tenants })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(eq(users.id, userId));
  if (!found) throw new Error('an announced end that nobody announced');
  return toActor(found.user, found.tenant, '');
}
