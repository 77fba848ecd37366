import { and, eq, inArray, isNotNull, isNull, notExists, notInArray, or, type SQL, type SQLWrapper } from 'drizzle-orm';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consents, partnerLinks, tenants } from '@/db/schema';
import type { PartnerType } from '@/lib/auth/actor';

/** A partner as far as its reach goes: from a session, or from the row of an upload that a job works on. */
export interface ReachingPartner {
  id: string;
  partnerType: PartnerType | null;
}

const suspended = alias(tenants, 'suspended');

/** Whom support has suspended: few. */
const suspendedPartners = () => db.select({ id: suspended.id }).from(suspended).where(isNotNull(suspended.suspendedAt));

/** True while support has not suspended this partner, as the database says at that moment. */
const works = (partnerId: string | SQLWrapper) =>
  notExists(
    db
      .select({ id: suspended.id })
      .from(suspended)
      .where(and(eq(suspended.id, partnerId), isNotNull(suspended.suspendedAt))),
  );

/** The resellers linked to a provider now, for use in a condition. */
const linkedResellers = (providerId: string | SQLWrapper) =>
  db
    .select({ id: partnerLinks.resellerId })
    .from(partnerLinks)
    .where(and(eq(partnerLinks.providerId, providerId), isNull(partnerLinks.endedAt)));

interface AskingPartner {
  id: string | SQLWrapper;
  partnerType: PartnerType | null;
}

/** The consents by which a partner may act as long as nobody is suspended. */
export function consentsGiven(partner: AskingPartner): SQL | undefined {
  const active = isNull(consents.revokedAt);
  if (partner.partnerType !== 'indirect_provider') return and(eq(consents.partnerId, partner.id), active);
  const byResellers = inArray(consents.partnerId, linkedResellers(partner.id));
  return and(eq(consents.providerId, partner.id), byResellers, active);
}

/**
 * The consents by which a partner may act now: its own active ones; for a provider, which holds none itself, those of its
 * linked resellers that name it. The latter are derived at every look, so they end the moment their source ends (DESIGN §2,
 * implicit permission). Of a suspended partner none, and none that come through a suspended reseller; they are there again
 * once it is reinstated. One index range in either case. The id may be left open for a prepared query.
 */
export function consentsInReach(partner: AskingPartner): SQL | undefined {
  const through =
    partner.partnerType === 'indirect_provider' ? notInArray(consents.partnerId, suspendedPartners()) : undefined;
  return and(consentsGiven(partner), works(partner.id), through);
}

/**
 * Whose devices a partner sees and manages: its own, and a provider also those of its resellers (DESIGN §3, rule 6); nobody's
 * while it is suspended.
 */
export async function registrarsInReach(partner: ReachingPartner): Promise<string[]> {
  const others =
    partner.partnerType === 'indirect_provider' ? inArray(tenants.id, linkedResellers(partner.id)) : undefined;
  const registrars = await db
    .select({ id: tenants.id })
    .from(tenants)
    .where(and(or(eq(tenants.id, partner.id), others), isNull(tenants.suspendedAt)));
  return registrars.some(({ id }) => id === partner.id) ? registrars.map(({ id }) => id) : [];
}
