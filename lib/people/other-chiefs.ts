import { and, eq, isNull, ne } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import type { Organization } from '@/lib/auth/actor';
import { chiefRole } from './role-choices';

/** The ids of those who answer for the organization, can sign in, and are not this person. */
export async function otherChiefs(tenant: Organization, userId: string): Promise<string[]> {
  const others = await db
    .select({ id: users.id, roles: users.roles })
    .from(users)
    .where(and(eq(users.tenantId, tenant.id), ne(users.id, userId), isNull(users.disabledAt)));
  return others.filter(({ roles }) => roles.includes(chiefRole(tenant.kind))).map(({ id }) => id);
}
