import { and, eq, isNull, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { consents, removalRequests, tenants } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { askRemovalInput } from './ask-removal-input';
import { nameOf } from './find-removal';

/**
 * A customer asks support to end a manufacturer's consent, which it cannot end alone (DESIGN §3, rule 4). Outcomes
 * `already_asked` while an earlier one is open, and `ends_directly` for a consent of another kind. Another organization's
 * consent and one that ended are `not_found`.
 */
export const askRemoval = command({
  allow: 'removals:ask',
  input: askRemovalInput,
  audit: 'removal.asked',
  async run({ actor, about }, { consentId, reason }) {
    const user = requireUser(actor);
    // An update that changes nothing holds the row: the consent cannot end before its request is there to be closed with it.
    const [consent] = await db
      .update(consents)
      .set({ dap: sql`${consents.dap}` })
      .where(and(eq(consents.id, consentId), eq(consents.customerId, user.tenant.id), isNull(consents.revokedAt)))
      .returning({ partnerId: consents.partnerId, kind: consents.kind });
    if (!consent) throw new AppError('not_found');
    if (consent.kind !== 'oem') return { ok: false, reason: 'ends_directly' } as const;
    const id = uuidv7();
    const made = await db
      .insert(removalRequests)
      .values({
        id,
        consentId,
        customerId: user.tenant.id,
        partnerId: consent.partnerId,
        state: 'asked',
        reason,
        askedBy: user.id,
        createdAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: removalRequests.id });
    if (made.length === 0) return { ok: false, reason: 'already_asked' } as const;
    const organization = await nameOf(consent.partnerId);
    const operators = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.kind, 'operator'));
    for (const { id: tenantId } of operators) {
      const params = { customer: user.tenant.name, organization };
      await notify({ kind: 'removal_asked', to: { tenantId }, params, path: paths.removal(id) });
    }
    // The manufacturer is not told before support has decided, so its log does not have it.
    about({ subjectId: id, customerId: user.tenant.id, detail: { counterpartName: organization, reason } });
    return { ok: true, id } as const;
  },
});
