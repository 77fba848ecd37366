import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';
import { toActor } from '@/lib/auth/load-session';
import { allows, type Permission } from '@/lib/auth/policy';

/**
 * Whom of a partner an answer is for: the person it began with; or everybody there who may do the same, where it began with
 * an API client (null), or once that person has no account any more or another role.
 */
export async function whomToTell(
  personId: string | null,
  partnerId: string,
  permission: Permission = 'requests:send',
): Promise<{ userIds: string[] } | { tenantId: string }> {
  if (personId === null) return { tenantId: partnerId };
  const [found] = await db
    .select({ user: users, tenant: tenants })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(eq(users.id, personId));
  const there = found && !found.user.disabledAt && allows(toActor(found.user, found.tenant, ''), permission);
  return there ? { userIds: [personId] } : { tenantId: partnerId };
}
