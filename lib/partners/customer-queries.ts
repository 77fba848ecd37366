import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  isNull,
  lt,
  lte,
  or,
  type Placeholder,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { placeholder, prepared } from '@/db/prepared';
import { consents, partnerLinks, revocations, tenants, users } from '@/db/schema';
import { type Organization, requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { isUnused } from '@/lib/consent/unused';
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
  lastUsedAt: consents.lastUsedAt,
  holderId: consents.partnerId,
  holderName: resellers.name,
};

/** A pattern for `like` that means every character it was given; the columns hold lower case (DESIGN §5). */
const containing = (q: string): string => `%${q.replace(/[\\%_]/g, '\\$&')}%`;

/** What narrows a list down; values may be left open, for a statement that is prepared. */
interface Narrowing {
  partner: { id: string | SQLWrapper; partnerType: Organization['partnerType'] };
  pattern: string | Placeholder | undefined;
  reseller: string | SQLWrapper | undefined;
}

function matching({ partner, pattern, reseller }: Narrowing): SQL | undefined {
  const contains = (column: typeof consents.customerSort | typeof consents.customerDomain) =>
    sql`${column} like ${pattern} escape '\\'`;
  const search = pattern ? or(contains(consents.customerSort), contains(consents.customerDomain)) : undefined;
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
function rowsOf(
  where: SQL | undefined,
  sort: CustomerSearch['sort'],
  limit: number,
  offset: number | Placeholder<'offset', number> = 0,
) {
  const { by } = ordering(sort);
  const ids = db
    .select({ id: consents.id })
    .from(consents)
    .where(where)
    .orderBy(...by);
  const found = ids.limit(limit).offset(offset).as('found');
  return db
    .select(listed)
    .from(found)
    .innerJoin(consents, eq(consents.id, found.id))
    .innerJoin(tenants, eq(tenants.id, consents.customerId))
    .innerJoin(resellers, eq(resellers.id, consents.partnerId))
    .orderBy(...by);
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const shown = (partner: Organization, { holderId, holderName, lastUsedAt, ...row }: Row) => ({
  ...row,
  unused: isUnused({ lastUsedAt, grantedAt: row.since }, now()),
  resellerName: holderId === partner.id ? null : holderName,
});

export type ListedCustomer = ReturnType<typeof shown>;

/** Counting and reading, prepared once for each way a list can be asked for. */
function prepareList(name: string, partnerType: Organization['partnerType'], { q, reseller, sort }: CustomerSearch) {
  const where = () =>
    matching({
      partner: { id: placeholder('partner', consents.partnerId), partnerType },
      pattern: q ? sql.placeholder('pattern') : undefined,
      reseller: reseller && placeholder('reseller', consents.partnerId),
    });
  return {
    total: prepared(`${name}_total`, () => db.select({ total: count() }).from(consents).where(where())),
    rows: prepared(`${name}_rows`, () => rowsOf(where(), sort, customersPerPage, sql.placeholder('offset'))),
  };
}

const lists = new Map<string, ReturnType<typeof prepareList>>();

function listFor({ partnerType }: Organization, search: CustomerSearch) {
  const asked = [partnerType, search.q && 'found', search.reseller && 'through', search.sort].filter(Boolean).join('_');
  const name = `customers_${asked}`;
  const list = lists.get(name) ?? prepareList(name, partnerType, search);
  lists.set(name, list);
  return list;
}

/** One page of the customers a partner may act for now, and how many there are in all. */
export const listCustomers = query({
  allow: 'customers:read',
  input: customerListInput,
  async run(actor, { page: asked, ...search }) {
    const { tenant } = requireTenant(actor);
    const list = listFor(tenant, search);
    const values = { partner: tenant.id, pattern: containing(search.q), reseller: search.reseller };
    const [{ total } = { total: 0 }] = await list.total(values);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / customersPerPage)));
    const rows = await list.rows({ ...values, offset: (page - 1) * customersPerPage });
    return { rows: rows.map((row) => shown(tenant, row)), total, page };
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
    const { tenant } = requireTenant(actor);
    const rest = after ? await following(tenant, after, search.sort) : undefined;
    const pattern = search.q ? containing(search.q) : undefined;
    const matches = matching({ partner: tenant, pattern, reseller: search.reseller });
    const rows = await rowsOf(and(matches, rest), search.sort, customersPerPiece);
    return rows.map((row) => shown(tenant, row));
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
    const { tenant } = requireTenant(actor);
    const found = await db
      .select({
        ...listed,
        country: tenants.country,
        grantedBy: users.name,
        requestId: consents.requestId,
        providerName: providers.name,
        endsAt: revocations.endsAt,
        endingFor: revocations.reason,
      })
      .from(consents)
      .innerJoin(tenants, eq(tenants.id, consents.customerId))
      .innerJoin(resellers, eq(resellers.id, consents.partnerId))
      .innerJoin(users, eq(users.id, consents.grantedBy))
      .leftJoin(
        partnerLinks,
        and(
          eq(partnerLinks.providerId, consents.providerId),
          eq(partnerLinks.resellerId, consents.partnerId),
          isNull(partnerLinks.endedAt),
        ),
      )
      .leftJoin(providers, eq(providers.id, partnerLinks.providerId))
      .leftJoin(revocations, and(eq(revocations.consentId, consents.id), eq(revocations.state, 'announced')))
      .where(and(eq(consents.customerId, id), consentsInReach(tenant)))
      .orderBy(asc(consents.grantedAt), asc(consents.id));
    const best = found.find(({ holderId }) => holderId === tenant.id) ?? found[0];
    if (!best) throw new AppError('not_found');
    const { consentId, requestId, holderName, providerName, country, endsAt, endingFor, ...customer } = best;
    const own = customer.holderId === tenant.id;
    return {
      ...customer,
      /** A manufacturer sees who has consented and since when, and nothing else of the customer. */
      country: tenant.partnerType === 'oem' ? null : country,
      unused: isUnused({ lastUsedAt: customer.lastUsedAt, grantedAt: customer.since }, now()),
      providerName: own ? providerName : null,
      resellerName: own ? null : holderName,
      /** The consent, where it is the actor's organisation's own: only then is it theirs to end. */
      own: own ? { consentId, requestId } : null,
      /** When support ends it, where that is announced, and why. */
      ending: endsAt && { endsAt, reason: endingFor ?? '' },
    };
  },
});
