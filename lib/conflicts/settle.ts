import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { conflicts } from '@/db/schema';
import type { TenantActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { AppError } from '@/lib/errors';
import type { Conflict } from './sides';
import { settled, statesBefore } from './state';

interface Settling {
  by?: Conflict['closedBy'];
  actor?: TenantActor;
  answer?: string;
}

/**
 * Lets an event that ends a conflict happen to it, by one conditional update; null when it cannot happen any more. `mine`
 * says whose conflicts the actor may do it to.
 */
export async function settle(
  conflictId: string,
  event: keyof typeof settled,
  { by, actor, answer }: Settling = {},
  mine?: SQL,
): Promise<Conflict | null> {
  const [ended] = await db
    .update(conflicts)
    .set({
      state: settled[event],
      closedAt: now(),
      closedBy: by ?? null,
      closedByUser: actor?.type === 'user' ? actor.id : null,
      closedClientId: actor?.type === 'client' ? actor.id : null,
      answer: answer ?? null,
    })
    .where(and(eq(conflicts.id, conflictId), mine, inArray(conflicts.state, statesBefore(event))))
    .returning();
  return ended ?? null;
}

/** Why nothing could be done to a conflict: it is settled. Throws `not_found` where there is none for the actor. */
export async function whySettled(conflictId: string, mine?: SQL) {
  const [found] = await db
    .select({ state: conflicts.state })
    .from(conflicts)
    .where(and(eq(conflicts.id, conflictId), mine));
  if (!found) throw new AppError('not_found');
  return { ok: false, reason: 'already_settled' } as const;
}
