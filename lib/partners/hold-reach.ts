import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db } from '@/db';
import { consents, partnerLinks } from '@/db/schema';
import { consentsInReach, type ReachingPartner } from './reach';

/**
 * Whether a partner may act for a customer now and until the open transaction ends: updates that change nothing hold the rows
 * that its reach comes from, so that their end waits. Whatever is committed after that end was asked for after it.
 */
export async function holdReach(partner: ReachingPartner, customerId: string): Promise<boolean> {
  const reached = and(eq(consents.customerId, customerId), consentsInReach(partner));
  if (partner.partnerType === 'indirect_provider') {
    const resellers = db.select({ id: consents.partnerId }).from(consents).where(reached);
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
