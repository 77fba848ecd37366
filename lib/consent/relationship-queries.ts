import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consents, partnerLinks, receipts, removalRequests, revocations, tenants, users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { devicesByRegistrar } from '@/lib/devices/count-devices';
import { query } from '@/lib/query';
import { isUnused } from './unused';

const partners = alias(tenants, 'partners');
const providers = alias(tenants, 'providers');

/** The latest receipt of each of a customer's active consents. */
async function latestReceipts(customerId: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: receipts.id, consentId: receipts.consentId })
    .from(receipts)
    .innerJoin(consents, eq(consents.id, receipts.consentId))
    .where(and(eq(receipts.tenantId, customerId), eq(consents.customerId, customerId), isNull(consents.revokedAt)))
    .orderBy(asc(receipts.at), asc(receipts.id));
  return new Map(rows.map(({ id, consentId }) => [consentId, id]));
}

/** What a customer last asked support to remove, by consent, and what became of it. */
async function latestRemovals(customerId: string) {
  const rows = await db
    .select({
      id: removalRequests.id,
      consentId: removalRequests.consentId,
      state: removalRequests.state,
      askedAt: removalRequests.createdAt,
      askedBy: users.name,
      reviewedAt: removalRequests.reviewedAt,
      answer: removalRequests.answer,
      closedAt: removalRequests.closedAt,
    })
    .from(removalRequests)
    .innerJoin(consents, eq(consents.id, removalRequests.consentId))
    .innerJoin(users, eq(users.id, removalRequests.askedBy))
    .where(and(eq(removalRequests.customerId, customerId), isNull(consents.revokedAt)))
    .orderBy(asc(removalRequests.createdAt), asc(removalRequests.id));
  return new Map(rows.map(({ consentId, ...removal }) => [consentId, removal]));
}

/** The ends that support announced of a customer's consents, and why. */
async function announcedEnds(customerId: string) {
  const rows = await db
    .select({ consentId: revocations.consentId, endsAt: revocations.endsAt, reason: revocations.reason })
    .from(revocations)
    .where(and(eq(revocations.customerId, customerId), eq(revocations.state, 'announced')));
  return new Map(rows.map(({ consentId, ...end }) => [consentId, end]));
}

/**
 * Every partner that may act for a customer now, by name, with what it may do and how much it has done; for gates that say
 * whose it may be.
 */
export async function relationshipsOf(customer: { id: string; name: string }) {
  const [rows, registered] = await Promise.all([
    db
      .select({
        id: consents.id,
        kind: consents.kind,
        dap: consents.dap,
        since: consents.grantedAt,
        lastUsedAt: consents.lastUsedAt,
        grantedBy: users.name,
        partnerId: partners.id,
        partnerName: partners.name,
        partnerDomain: partners.domain,
        suspendedAt: partners.suspendedAt,
        providerId: providers.id,
        providerName: providers.name,
        providerSuspendedAt: providers.suspendedAt,
      })
      .from(consents)
      .innerJoin(partners, eq(partners.id, consents.partnerId))
      .innerJoin(users, eq(users.id, consents.grantedBy))
      // A provider's permission is derived from its tie to the reseller, and ends with it.
      .leftJoin(
        partnerLinks,
        and(
          eq(partnerLinks.providerId, consents.providerId),
          eq(partnerLinks.resellerId, consents.partnerId),
          isNull(partnerLinks.endedAt),
        ),
      )
      .leftJoin(providers, eq(providers.id, partnerLinks.providerId))
      .where(and(eq(consents.customerId, customer.id), isNull(consents.revokedAt)))
      .orderBy(asc(partners.sortName), asc(consents.id)),
    devicesByRegistrar(customer.id),
  ]);
  const [receiptIds, removals, ends] = await Promise.all([
    latestReceipts(customer.id),
    latestRemovals(customer.id),
    announcedEnds(customer.id),
  ]);
  const at = now();
  return rows.map((row) => ({
    ...row,
    unused: isUnused({ lastUsedAt: row.lastUsedAt, grantedAt: row.since }, at),
    receiptId: receiptIds.get(row.id) ?? null,
    removal: removals.get(row.id) ?? null,
    ending: ends.get(row.id) ?? null,
    customerName: customer.name,
    devices: registered.get(row.partnerId) ?? 0,
    providerDevices: row.providerId ? (registered.get(row.providerId) ?? 0) : 0,
  }));
}

/** `relationshipsOf` the actor's organization. */
export const listRelationships = query({
  allow: 'relationships:read',
  input: z.object({}),
  run: (actor) => relationshipsOf(requireUser(actor).tenant),
});

export type Relationship = Awaited<ReturnType<typeof listRelationships>>[number];
