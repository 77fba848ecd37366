import { and, eq, gt, inArray, or, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import type { TenantActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { AppError } from '@/lib/errors';
import { statesBefore } from './state';

/**
 * Cancels the request that the condition holds for, as long as nobody has answered it, in the transaction of the command that
 * says whose it may be: its link is dead at once. `already_closed` when it was answered, ran out or was closed before; throws
 * `not_found` where the condition holds for none.
 */
export async function closeRequest(whose: SQL | undefined, by: TenantActor) {
  const at = now();
  const decider = by.type === 'user' ? { decidedBy: by.id } : { decidedClientId: by.id };
  const [canceled] = await db
    .update(consentRequests)
    .set({ state: 'canceled', decidedAt: at, ...decider })
    .where(
      and(
        whose,
        inArray(consentRequests.state, statesBefore('cancel')),
        // Only what was sent runs out.
        or(eq(consentRequests.state, 'draft'), gt(consentRequests.expiresAt, at)),
      ),
    )
    .returning();
  if (canceled) return { ok: true, canceled } as const;
  const [closed] = await db.select({ id: consentRequests.id }).from(consentRequests).where(whose);
  if (!closed) throw new AppError('not_found');
  return { ok: false, reason: 'already_closed' } as const;
}
