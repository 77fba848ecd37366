import { and, asc, desc, eq, isNull, or } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { oemLinkApplications, partnerLinks, standingLinks, tenants, users } from '@/db/schema';
import { query } from '@/lib/query';
import { findTenant } from './find-tenant';

/** Providers and resellers, and links that were made, of one partner: more than this nobody reads. */
const tiesAtMost = 100;

const providers = alias(tenants, 'providers');
const resellers = alias(tenants, 'resellers');

const partnersOf = (tenantId: string) =>
  db
    .select({
      id: partnerLinks.id,
      provider: { id: providers.id, name: providers.name },
      reseller: { id: resellers.id, name: resellers.name },
      since: partnerLinks.createdAt,
    })
    .from(partnerLinks)
    .innerJoin(providers, eq(providers.id, partnerLinks.providerId))
    .innerJoin(resellers, eq(resellers.id, partnerLinks.resellerId))
    .where(
      and(
        or(eq(partnerLinks.providerId, tenantId), eq(partnerLinks.resellerId, tenantId)),
        isNull(partnerLinks.endedAt),
      ),
    )
    .orderBy(asc(providers.sortName), asc(resellers.sortName), asc(partnerLinks.id))
    .limit(tiesAtMost);

/** Never the code: who knows it has the link. */
const linksOf = (tenantId: string) =>
  db
    .select({
      id: standingLinks.id,
      kind: standingLinks.kind,
      provider: providers.name,
      madeBy: users.name,
      madeAt: standingLinks.createdAt,
      endedAt: standingLinks.endedAt,
    })
    .from(standingLinks)
    .innerJoin(users, eq(users.id, standingLinks.createdBy))
    .leftJoin(providers, eq(providers.id, standingLinks.providerId))
    .where(eq(standingLinks.partnerId, tenantId))
    .orderBy(desc(standingLinks.createdAt), desc(standingLinks.id))
    .limit(tiesAtMost);

const applicationsOf = (tenantId: string) =>
  db
    .select({ id: oemLinkApplications.id, state: oemLinkApplications.state, askedAt: oemLinkApplications.createdAt })
    .from(oemLinkApplications)
    .where(eq(oemLinkApplications.partnerId, tenantId))
    .orderBy(desc(oemLinkApplications.createdAt), desc(oemLinkApplications.id))
    .limit(tiesAtMost);

/**
 * The providers or resellers that a partner is linked with now, and every standing link it ever made, latest first;
 * and of an OEM, what it applied for its consent link with, latest first.
 */
export const listTies = query({
  allow: 'support:read',
  input: z.object({ tenantId: z.uuid() }),
  async run(_actor, { tenantId }) {
    await findTenant(tenantId);
    const [links, standing, applications] = await Promise.all([
      partnersOf(tenantId),
      linksOf(tenantId),
      applicationsOf(tenantId),
    ]);
    return {
      partners: links.map(({ provider, reseller, ...link }) => ({
        ...link,
        ...(provider.id === tenantId
          ? { as: 'reseller' as const, other: reseller }
          : { as: 'provider' as const, other: provider }),
      })),
      standing,
      applications,
    };
  },
});

export type Ties = Awaited<ReturnType<typeof listTies>>;
