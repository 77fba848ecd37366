import { and, eq, isNotNull, isNull, or } from 'drizzle-orm';
import { db } from '@/db';
import { consents, partnerLinks, tenants } from '@/db/schema';

/**
 * The customer, when the partner may act for it now: by a consent of its own, or because a reseller linked to it holds one
 * that names it (DESIGN §2, implicit permission). Null otherwise, whether the customer exists or not.
 */
export async function customerInReach(
  partnerId: string,
  customerId: string,
): Promise<{ id: string; name: string; domain: string } | null> {
  const link = and(
    eq(partnerLinks.providerId, partnerId),
    eq(partnerLinks.resellerId, consents.partnerId),
    isNull(partnerLinks.endedAt),
  );
  const [found] = await db
    .select({ id: tenants.id, name: tenants.name, domain: tenants.domain })
    .from(consents)
    .innerJoin(tenants, eq(tenants.id, consents.customerId))
    .leftJoin(partnerLinks, link)
    .where(
      and(
        eq(consents.customerId, customerId),
        isNull(consents.revokedAt),
        or(eq(consents.partnerId, partnerId), and(eq(consents.providerId, partnerId), isNotNull(partnerLinks.id))),
      ),
    )
    .limit(1);
  return found ?? null;
}

/** Whose devices a partner sees and manages: its own, and a provider also those of its resellers (DESIGN §3, rule 6). */
export async function ownRegistrars(partnerId: string): Promise<string[]> {
  const resellers = await db
    .select({ id: partnerLinks.resellerId })
    .from(partnerLinks)
    .where(and(eq(partnerLinks.providerId, partnerId), isNull(partnerLinks.endedAt)));
  return [partnerId, ...resellers.map((reseller) => reseller.id)];
}
