import { and, asc, count, desc, eq, gt, gte, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consents, tenants, users } from '@/db/schema';
import { type Organization, requireUser } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { type CustomerSearch, customerListInput, customerSearch } from './customer-search';
import { consentsInReach } from './reach';

export const customersPerPage = 25;
const customersPerPiece = 1000;

/** The holder of the consent, where that is not who looks. */
const resellers = alias(tenants, 'resellers');
const providers = alias(tenants, 'providers');

/** One relationship: a customer that two resellers of a provider reach is listed once for each. */
const listed = {
  consentId: consents.id,
  id: tenants.id,
  name: tenants.name,
  domain: tenants.domain,
  kind: consents.kind,
  dap: consents.dap,
  since: consents.grantedAt,
  holderId: consents.partnerId,
  holderName: resellers.name,
};

/** A substring search that means every character it was given; the columns hold lower case (DESIGN §5). */
function matching(partner: Organization, { q, reseller }: CustomerSearch): SQL | undefined {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const contains = (column: typeof consents.customerSort | typeof consents.customerDomain) =>
    sql`${column} like ${pattern} escape '\\'`;
  const search = q ? or(contains(consents.customerSort), contains(consents.customerDomain)) : undefined;
  const through =
    reseller && partner.partnerType === 'indirect_provider' ? eq(consents.partnerId, reseller) : undefined;
  return and(consentsInReach(partner), through, search);
}

const columns = { company: consents.customerSort, domain: consents.customerDomain, since: consents.grantedAt };

function ordering(sort: CustomerSearch['sort']) {
  const column = columns[sort.replace('-', '') as keyof typeof columns];
  const descending = sort.startsWith('-');
  return { column, descending, by: descending ? [desc(column), desc(consents.id)] : [asc(column), asc(consents.id)] };
}

/** The rows' ids are found first, from the index alone where it can; names are fetched only for those. */
async function select(
  partner: Organization,
  where: SQL | undefined,
  sort: CustomerSearch['sort'],
  limit: number,
  offset = 0,
) {
  const { by } = ordering(sort);
  const found = db
    .select({ id: consents.id })
    .from(consents)
    .where(where)
    .orderBy(...by)
    .limit(limit)
    .offset(offset)
    .as('found');
  const rows = await db
    .select(listed)
    .from(found)
    .innerJoin(consents, eq(consents.id, found.id))
    .innerJoin(tenants, eq(tenants.id, consents.customerId))
    .innerJoin(resellers, eq(resellers.id, consents.partnerId))
    .orderBy(...by);
  return rows.map(({ holderId, holderName, ...row }) => ({
    ...row,
    resellerName: holderId === partner.id ? null : holderName,
  }));
}

export type ListedCustomer = Awaited<ReturnType<typeof select>>[number];

/** One page of the customers a partner may act for now, and how many there are in all. */
export const listCustomers = query({
  allow: 'customers:read',
  input: customerListInput,
  async run(actor, { page: asked, ...search }) {
    const { tenant } = requireUser(actor);
    const where = matching(tenant, search);
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(consents).where(where);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / customersPerPage)));
    const rows = await select(tenant, where, search.sort, customersPerPage, (page - 1) * customersPerPage);
    return { rows, total, page };
  },
});

/** Where an export goes on: after the row with this consent, which may have ended since. */
async function following(partner: Organization, after: string, sort: CustomerSearch['sort']): Promise<SQL | undefined> {
  const { column, descending } = ordering(sort);
  const visible = or(eq(consents.partnerId, partner.id), eq(consents.providerId, partner.id));
  const [row] = await db
    .select({ position: column })
    .from(consents)
    .where(and(eq(consents.id, after), visible));
  if (!row) throw new AppError('not_found');
  const [beyond, orAt] = descending ? [lt, lte] : [gt, gte];
  const tied = and(eq(column, row.position), beyond(consents.id, after));
  // The first condition says no more than the second, but it is one that an index range can start at.
  return and(orAt(column, row.position), or(beyond(column, row.position), tied));
}

/**
 * The next thousand of all customers that match, after the row given last; for exports. Each piece is asked for with the
 * rights of that moment.
 */
export const exportCustomers = query({
  allow: 'customers:read',
  input: customerSearch.extend({ after: z.uuid().optional() }),
  async run(actor, { after, ...search }) {
    const { tenant } = requireUser(actor);
    const rest = after ? await following(tenant, after, search.sort) : undefined;
    return select(tenant, and(matching(tenant, search), rest), search.sort, customersPerPiece);
  },
});

/**
 * One customer whom the actor's organisation may act for now, with the consent that allows it: its own before one it
 * reaches through a reseller. Any other id is `not_found`.
 */
export const getCustomer = query({
  allow: 'customers:read',
  input: z.object({ id: z.uuid() }),
  async run(actor, { id }) {
    const { tenant } = requireUser(actor);
    const found = await db
      .select({
        ...listed,
        country: tenants.country,
        grantedBy: users.name,
        providerName: providers.name,
      })
      .from(consents)
      .innerJoin(tenants, eq(tenants.id, consents.customerId))
      .innerJoin(resellers, eq(resellers.id, consents.partnerId))
      .innerJoin(users, eq(users.id, consents.grantedBy))
      .leftJoin(providers, eq(providers.id, consents.providerId))
      .where(and(eq(consents.customerId, id), consentsInReach(tenant)))
      .orderBy(asc(consents.grantedAt), asc(consents.id));
    const best = found.find(({ holderId }) => holderId === tenant.id) ?? found[0];
    if (!best) throw new AppError('not_found');
    const { consentId: _consent, holderId, holderName, providerName, ...customer } = best;
    const own = holderId === tenant.id;
    return { ...customer, providerName: own ? providerName : null, resellerName: own ? null : holderName };
  },
});
