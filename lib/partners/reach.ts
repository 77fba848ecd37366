import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { consents, partnerLinks } from '@/db/schema';
import type { Organization } from '@/lib/auth/actor';

/** The resellers linked to a provider now, for use in a condition. */
const linkedResellers = (providerId: string) =>
  db
    .select({ id: partnerLinks.resellerId })
    .from(partnerLinks)
    .where(and(eq(partnerLinks.providerId, providerId), isNull(partnerLinks.endedAt)));

/**
 * The consents by which a partner may act now: active ones of its own, and for a provider those of its linked resellers that
 * name it. The second is derived at every look, so it ends the moment its source ends (DESIGN §2, implicit permission).
 */
export function consentsInReach(partner: Organization): SQL | undefined {
  const own = eq(consents.partnerId, partner.id);
  if (partner.partnerType !== 'indirect_provider') return and(own, isNull(consents.revokedAt));
  const implicit = and(eq(consents.providerId, partner.id), inArray(consents.partnerId, linkedResellers(partner.id)));
  return and(or(own, implicit), isNull(consents.revokedAt));
}
