import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { consents, tenants } from '@/db/schema';
import { consentsInReach, type ReachingPartner } from '@/lib/partners/reach';

/** The customer, when the partner may act for it now; null otherwise, whether it exists or not. */
export async function findCustomer(
  partner: ReachingPartner,
  customerId: string,
): Promise<{ id: string; name: string } | null> {
  const [found] = await db
    .select({ id: tenants.id, name: tenants.name })
    .from(consents)
    .innerJoin(tenants, eq(tenants.id, consents.customerId))
    .where(and(eq(consents.customerId, customerId), consentsInReach(partner)))
    .limit(1);
  return found ?? null;
}
