import { and, eq, isNull, or } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';
import { domainOf } from '@/lib/tenants/organization-domain';
import { findByDomain } from './find-by-domain';
import type { Origin } from './load-origin';
import type { WayIn } from './sign-up-mails';

/**
 * The account with this address, and how it is signed in to. A directory may call somebody whatever it likes, so it is believed
 * where its organization has the domain of the address.
 */
export async function accountOf(email: string): Promise<{ tenant: typeof tenants.$inferSelect; how: WayIn } | null> {
  const believed = or(isNull(users.directoryOid), eq(tenants.domain, domainOf(email)));
  const [found] = await db
    .select({ tenant: tenants, disabledAt: users.disabledAt, directoryOid: users.directoryOid })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(and(eq(users.email, email), isNull(users.removedAt), believed));
  if (!found) return null;
  const working = found.directoryOid ? 'directory' : 'password';
  return { tenant: found.tenant, how: found.disabledAt ? 'switched_off' : working };
}

/**
 * The organization an address without an account belongs to: the one whose primary domain it has; or the one the request is
 * bound to, where that was sent to an address of the same domain, by which people sign in there.
 */
export async function organizationOf(email: string, { asked, recipientDomain }: Origin) {
  const domain = domainOf(email);
  const found = await findByDomain(domain);
  const bound = asked.judged.recipientTenantId;
  if (found || !bound || domain !== recipientDomain) return found;
  const [tenant] = await db.select().from(tenants).where(eq(tenants.id, bound));
  return tenant;
}
