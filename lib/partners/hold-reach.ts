import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { db } from '@/db';
import { consents, partnerLinks, tenants } from '@/db/schema';
import { consentsGiven, consentsInReach, type ReachingPartner } from './reach';

/**
 * Whether a partner may act for a customer now and until the open transaction ends: updates that change nothing hold the rows
 * that its reach comes from, so that their end waits. Whatever is committed after that end was asked for after it.
 */
export async function holdReach(partner: ReachingPartner, customerId: string): Promise<boolean> {
  const reached = and(eq(consents.customerId, customerId), consentsInReach(partner));
  const resellers = db.select({ id: consents.partnerId }).from(consents).where(reached);
  // A suspension ends it too, of the partner or of the reseller that it comes through.
  await db
    .update(tenants)
    .set({ suspendedAt: sql`${tenants.suspendedAt}` })
    .where(or(eq(tenants.id, partner.id), inArray(tenants.id, resellers)));
  if (partner.partnerType === 'indirect_provider') {
    await db
      .update(partnerLinks)
      .set({ createdAt: sql`${partnerLinks.createdAt}` })
      .where(
        and(
          eq(partnerLinks.providerId, partner.id),
          inArray(partnerLinks.resellerId, resellers),
          isNull(partnerLinks.endedAt),
        ),
      );
  }
  const held = await db
    .update(consents)
    .set({ dap: sql`${consents.dap}` })
    .where(reached)
    .returning({ id: consents.id });
  return held.length > 0;
}

/** Why a partner may not act for a customer any more: a suspension, or the end of what it was given. */
export async function whyOutOfReach(
  partner: ReachingPartner,
  customerId: string,
): Promise<'suspended' | 'consent_revoked'> {
  const given = await db
    .select({ id: consents.id })
    .from(consents)
    .where(and(eq(consents.customerId, customerId), consentsGiven(partner)))
    .limit(1);
  return given.length > 0 ? 'suspended' : 'consent_revoked';
}
