import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { consents, partnerLinks } from '@/db/schema';
import type { PartnerType } from '@/lib/auth/actor';

/** A partner as far as its reach goes: from a session, or from the row of an upload that a job works on. */
export interface ReachingPartner {
  id: string;
  partnerType: PartnerType | null;
}

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
export function consentsInReach(partner: ReachingPartner): SQL | undefined {
  const own = eq(consents.partnerId, partner.id);
  if (partner.partnerType !== 'indirect_provider') return and(own, isNull(consents.revokedAt));
  const implicit = and(eq(consents.providerId, partner.id), inArray(consents.partnerId, linkedResellers(partner.id)));
  return and(or(own, implicit), isNull(consents.revokedAt));
}

/** Whose devices a partner sees and manages: its own, and a provider also those of its resellers (DESIGN §3, rule 6). */
export async function registrarsInReach(partner: ReachingPartner): Promise<string[]> {
  if (partner.partnerType !== 'indirect_provider') return [partner.id];
  const resellers = await linkedResellers(partner.id);
  return [partner.id, ...resellers.map((reseller) => reseller.id)];
}
