import { and, eq, exists, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { apiClients, consentRequests, partnerLinks, users } from '@/db/schema';

/**
 * True of a request whose sender has no account any more or is an API client that was revoked, or whose provider has parted from its reseller: `withdrawn` of
 * `effectiveState`, as a condition.
 */
export function isWithdrawn(): SQL | undefined {
  const removed = db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, consentRequests.createdBy), isNotNull(users.disabledAt)));
  const revoked = db
    .select({ id: apiClients.id })
    .from(apiClients)
    .where(and(eq(apiClients.id, consentRequests.clientId), isNotNull(apiClients.revokedAt)));
  const linked = db
    .select({ id: partnerLinks.id })
    .from(partnerLinks)
    .where(
      and(
        eq(partnerLinks.providerId, consentRequests.providerId),
        eq(partnerLinks.resellerId, consentRequests.partnerId),
        isNull(partnerLinks.endedAt),
      ),
    );
  return or(exists(removed), exists(revoked), and(isNotNull(consentRequests.providerId), not(exists(linked))));
}

/** The same to be selected, from a query that joins: the engines name truth differently. */
export const withdrawnColumn = () =>
  sql<boolean>`case when ${isWithdrawn()} then 1 else 0 end`.mapWith((value) => Number(value) === 1);
