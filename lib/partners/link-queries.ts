import { and, asc, count, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents, partnerLinks, providerInvitations, tenants, users } from '@/db/schema';
import { query } from '@/lib/query';
import { requirePartnerTenant } from './require-partner';
import { type ResellerSearch, resellerListInput } from './reseller-search';

export const resellersPerPage = 25;

const other = {
  name: tenants.name,
  domain: tenants.domain,
  suspendedAt: tenants.suspendedAt,
  mpnId: tenants.mpnId,
  country: tenants.country,
};
const listed = { linkId: partnerLinks.id, ...other, since: partnerLinks.createdAt };

/** A substring search that means every character it was given. */
function matching(providerId: string, q: string): SQL | undefined {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const contains = (column: typeof tenants.sortName | typeof tenants.domain) =>
    sql`${column} like ${pattern} escape '\\'`;
  return and(
    eq(partnerLinks.providerId, providerId),
    isNull(partnerLinks.endedAt),
    q ? or(contains(tenants.sortName), contains(tenants.domain)) : undefined,
  );
}

function ordering(sort: ResellerSearch['sort']) {
  const column = sort.endsWith('since') ? partnerLinks.createdAt : tenants.sortName;
  return sort.startsWith('-') ? [desc(column), desc(partnerLinks.id)] : [asc(column), asc(partnerLinks.id)];
}

/** One page of the resellers that authorised this provider, with how many customers it reaches through each. */
export const listResellers = query({
  allow: 'partner_links:read',
  input: resellerListInput,
  async run(actor, { q, sort, page: asked }) {
    const { tenant } = requirePartnerTenant(actor, 'indirect_provider');
    const where = matching(tenant.id, q);
    const sides = eq(tenants.id, partnerLinks.resellerId);
    const [{ total } = { total: 0 }] = await db
      .select({ total: count() })
      .from(partnerLinks)
      .innerJoin(tenants, sides)
      .where(where);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / resellersPerPage)));
    const rows = await db
      .select({ ...listed, id: tenants.id })
      .from(partnerLinks)
      .innerJoin(tenants, sides)
      .where(where)
      .orderBy(...ordering(sort))
      .limit(resellersPerPage)
      .offset((page - 1) * resellersPerPage);
    const reached = and(
      eq(consents.providerId, tenant.id),
      inArray(
        consents.partnerId,
        rows.map(({ id }) => id),
      ),
      isNull(consents.revokedAt),
    );
    const counts = await db
      .select({ id: consents.partnerId, customers: count() })
      .from(consents)
      .where(reached)
      .groupBy(consents.partnerId);
    const customers = new Map(counts.map((row) => [row.id, row.customers]));
    return { rows: rows.map((row) => ({ ...row, customers: customers.get(row.id) ?? 0 })), total, page };
  },
});

/** A select offers this many; whoever has more goes by way of the list of resellers. */
const choices = 100;

/** The resellers a provider can choose its customers by, by name, the chosen one among them as long as it is linked. */
export const resellerChoices = query({
  allow: 'partner_links:read',
  input: z.object({ chosen: z.uuid().optional() }),
  async run(actor, { chosen }) {
    const { tenant } = requirePartnerTenant(actor, 'indirect_provider');
    const of = (where: SQL | undefined) =>
      db
        .select({ id: tenants.id, name: tenants.name })
        .from(partnerLinks)
        .innerJoin(tenants, eq(tenants.id, partnerLinks.resellerId))
        .where(where)
        .orderBy(...ordering('reseller'))
        .limit(choices);
    const linked = matching(tenant.id, '');
    const first = await of(linked);
    if (!chosen || first.some(({ id }) => id === chosen)) return first;
    return [...(await of(and(linked, eq(partnerLinks.resellerId, chosen)))), ...first];
  },
});

/** The providers this reseller authorised, by name, with how many of its customers name each. A reseller has a handful. */
export const listProviders = query({
  allow: 'partner_links:read',
  input: z.object({}),
  async run(actor) {
    const { tenant } = requirePartnerTenant(actor, 'indirect_reseller');
    const rows = await db
      .select({ ...listed, id: tenants.id, authorizedBy: users.name })
      .from(partnerLinks)
      .innerJoin(tenants, eq(tenants.id, partnerLinks.providerId))
      .leftJoin(providerInvitations, eq(providerInvitations.id, partnerLinks.invitationId))
      .leftJoin(users, eq(users.id, providerInvitations.decidedBy))
      .where(and(eq(partnerLinks.resellerId, tenant.id), isNull(partnerLinks.endedAt)))
      .orderBy(asc(tenants.sortName), asc(partnerLinks.id));
    const counts = await db
      .select({ id: consents.providerId, customers: count() })
      .from(consents)
      .where(and(eq(consents.partnerId, tenant.id), isNull(consents.revokedAt)))
      .groupBy(consents.providerId);
    const customers = new Map(counts.map((row) => [row.id, row.customers]));
    return rows.map((row) => ({ ...row, customers: customers.get(row.id) ?? 0 }));
  },
});

export type LinkedReseller = Awaited<ReturnType<typeof listResellers>>['rows'][number];
export type LinkedProvider = Awaited<ReturnType<typeof listProviders>>[number];
