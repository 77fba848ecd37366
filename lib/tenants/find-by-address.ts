import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';

/**
 * The id of the organization a mail address (lower case) belongs to: that of the account it signs in to, or the one whose
 * primary domain it has, or the one whose directory calls one of its people so. Null when we know none of these, and when
 * several directories call somebody so: a guest of theirs has the address of another organization.
 */
export async function findTenantByAddress(email: string): Promise<string | null> {
  const named = and(eq(users.email, email), isNull(users.removedAt));
  const [account] = await db
    .select({ tenantId: users.tenantId })
    .from(users)
    .where(and(named, isNull(users.directoryOid)));
  if (account) return account.tenantId;
  const domain = email.slice(email.lastIndexOf('@') + 1);
  const [tenant] = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.domain, domain));
  if (tenant) return tenant.id;
  const called = await db
    .selectDistinct({ tenantId: users.tenantId })
    .from(users)
    .where(and(named, isNotNull(users.directoryOid)));
  return called.length === 1 ? (called[0]?.tenantId ?? null) : null;
}
