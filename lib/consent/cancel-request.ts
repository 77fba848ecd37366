import { and, eq, gt, inArray, or } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { statesBefore } from './state';

/**
 * Takes back a request that nobody has answered: its link is dead at once. A draft is thrown away the same way. Outcome
 * `already_closed` when it was answered, ran out or was closed before; another organization's request is `not_found`.
 */
export const cancelRequest = command({
  allow: 'requests:send',
  input: z.object({ requestId: z.uuid() }),
  audit: 'consent_request.canceled',
  async run({ actor, about }, { requestId }) {
    const { type, id, tenant } = requireTenant(actor);
    const own = and(eq(consentRequests.id, requestId), eq(consentRequests.partnerId, tenant.id));
    const at = now();
    const [canceled] = await db
      .update(consentRequests)
      .set({ state: 'canceled', decidedAt: at, ...(type === 'user' ? { decidedBy: id } : { decidedClientId: id }) })
      .where(
        and(
          own,
          inArray(consentRequests.state, statesBefore('cancel')),
          // Only what was sent runs out.
          or(eq(consentRequests.state, 'draft'), gt(consentRequests.expiresAt, at)),
        ),
      )
      .returning();
    if (!canceled) {
      const [closed] = await db.select({ id: consentRequests.id }).from(consentRequests).where(own);
      if (!closed) throw new AppError('not_found');
      return { ok: false, reason: 'already_closed' } as const;
    }
    const detail = { recipient: canceled.recipientEmail, draft: canceled.tokenHash === null };
    about({ subjectId: requestId, partnerId: tenant.id, detail });
    return { ok: true } as const;
  },
});
