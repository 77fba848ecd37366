import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';

/**
 * The id of the organization a mail address (lower case) belongs to: that of the account it signs in to, or the one whose
 * primary domain it has. Null when we know neither.
 */
export async function findTenantByAddress(email: string): Promise<string | null> {
  const [account] = await db
    .select({ tenantId: users.tenantId })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.removedAt)));
  if (account) return account.tenantId;
  const domain = email.slice(email.lastIndexOf('@') + 1);
  const [tenant] = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.domain, domain));
  return tenant?.id ?? null;
}
