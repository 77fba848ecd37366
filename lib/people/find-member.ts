import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import type { Organization } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';

/** An account of the organization; one that was removed, somebody else's and none are all `not_found`. */
export async function findMember(tenant: Organization, userId: string) {
  const [member] = await db
    .select()
    .from(users)
    .where(and(eq(users.id, userId), eq(users.tenantId, tenant.id), isNull(users.removedAt)));
  if (!member) throw new AppError('not_found');
  return member;
}
