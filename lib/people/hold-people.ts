import { and, eq, isNull, sql } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';
import { type MaybeActor, requireUser, type UserActor } from '@/lib/auth/actor';
import { toActor } from '@/lib/auth/load-session';
import { allows } from '@/lib/auth/policy';
import { AppError } from '@/lib/errors';

/**
 * Holds the actor's organization until the open transaction ends, so that changes of its people take turns, and gives the
 * actor as the one before left them. Throws `denied` for who lost the permission meanwhile: of two who take it from each
 * other at once, one succeeds.
 */
export async function holdPeople(actor: MaybeActor): Promise<UserActor> {
  const { id, tenant, sessionId } = requireUser(actor);
  await db
    .update(tenants)
    .set({ createdAt: sql`${tenants.createdAt}` })
    .where(eq(tenants.id, tenant.id));
  const [row] = await db
    .select({ user: users, tenant: tenants })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(and(eq(users.id, id), eq(users.tenantId, tenant.id), isNull(users.disabledAt)));
  const now = row && toActor(row.user, row.tenant, sessionId);
  if (!now || !allows(now, 'members:manage')) throw new AppError('denied');
  return now;
}
