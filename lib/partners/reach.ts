import { and, eq, inArray, isNull, type SQL, type SQLWrapper } from 'drizzle-orm';
import { db } from '@/db';
import { consents, partnerLinks } from '@/db/schema';
import type { PartnerType } from '@/lib/auth/actor';

/** A partner as far as its reach goes: from a session, or from the row of an upload that a job works on. */
export interface ReachingPartner {
  id: string;
  partnerType: PartnerType | null;
}

/** The resellers linked to a provider now, for use in a condition. */
const linkedResellers = (providerId: string | SQLWrapper) =>
  db
    .select({ id: partnerLinks.resellerId })
    .from(partnerLinks)
    .where(and(eq(partnerLinks.providerId, providerId), isNull(partnerLinks.endedAt)));

/**
 * The consents by which a partner may act now: its own active ones; for a provider, which holds none itself, those of its
 * linked resellers that name it. The latter are derived at every look, so they end the moment their source ends (DESIGN §2,
 * implicit permission). One index range in either case. The id may be left open for a prepared query.
 */
export function consentsInReach(partner: {
  id: string | SQLWrapper;
  partnerType: PartnerType | null;
}): SQL | undefined {
  const active = isNull(consents.revokedAt);
  if (partner.partnerType !== 'indirect_provider') return and(eq(consents.partnerId, partner.id), active);
  const byResellers = inArray(consents.partnerId, linkedResellers(partner.id));
  return and(eq(consents.providerId, partner.id), byResellers, active);
}

/** Whose devices a partner sees and manages: its own, and a provider also those of its resellers (DESIGN §3, rule 6). */
export async function registrarsInReach(partner: ReachingPartner): Promise<string[]> {
  if (partner.partnerType !== 'indirect_provider') return [partner.id];
  const resellers = await linkedResellers(partner.id);
  return [partner.id, ...resellers.map((reseller) => reseller.id)];
}
