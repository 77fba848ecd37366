import { and, asc, count, desc, eq, gt, inArray, isNull, lt, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { placeholder, prepared } from '@/db/prepared';
import { consents, tenants } from '@/db/schema';
import { type Organization, requireTenant } from '@/lib/auth/actor';
import { findCustomer } from '@/lib/devices/find-customer';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { consentsInReach, registrarsInReach } from './reach';

const twins = alias(consents, 'twins');

/** Of the consents of two resellers by which a provider reaches one customer, the first: each customer is listed once. */
async function firstOfEach(partner: Organization): Promise<SQL | undefined> {
  if (partner.partnerType !== 'indirect_provider') return undefined;
  const earlier = and(
    eq(twins.customerId, consents.customerId),
    eq(twins.providerId, partner.id),
    inArray(twins.partnerId, await registrarsInReach(partner)),
    isNull(twins.revokedAt),
    lt(twins.id, consents.id),
  );
  return notExists(db.select({ id: twins.id }).from(twins).where(earlier));
}

const beginsWith = (column: typeof consents.customerSort | typeof consents.customerDomain, text: string) =>
  sql`${column} like ${`${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;

/** A place in the list: beside the row that has this name and this id. */
const position = z.object({ name: z.string().max(500), id: z.uuid() });
type Position = z.infer<typeof position>;

const beyond = ({ name, id }: Position, way: typeof gt): SQL | undefined =>
  or(way(consents.customerSort, name), and(eq(consents.customerSort, name), way(consents.id, id)));

const listed = {
  consentId: consents.id,
  sort: consents.customerSort,
  id: tenants.id,
  name: tenants.name,
  domain: tenants.domain,
  holderId: consents.partnerId,
};

/** A partner that holds its consents itself reaches each customer once. */
const byOwnConsents = () => consentsInReach({ id: placeholder('partner', consents.partnerId), partnerType: 'direct' });

/** Before everything: no name is shorter, no id smaller. */
const beginning: Position = { name: '', id: '00000000-0000-0000-0000-000000000000' };

/** The whole list, forwards: what programs ask for page after page, with statements that are prepared once. */
const ownTotal = prepared('reached_total', () => db.select({ total: count() }).from(consents).where(byOwnConsents()));
const ownPage = prepared('reached_page', () =>
  db
    .select(listed)
    .from(consents)
    .innerJoin(tenants, eq(tenants.id, consents.customerId))
    .where(
      and(
        byOwnConsents(),
        sql`(${consents.customerSort}, ${consents.id}) > (${placeholder('name', consents.customerSort)}, ${placeholder('id', consents.id)})`,
      ),
    )
    .orderBy(asc(consents.customerSort), asc(consents.id))
    .limit(sql.placeholder('limit')),
);

async function ownList(partner: Organization, size: number, after: Position | undefined) {
  const [{ total } = { total: 0 }] = await ownTotal({ partner: partner.id });
  const limit = size === 0 ? total : size;
  const rows = await ownPage({ partner: partner.id, ...(after ?? beginning), limit: limit + 1 });
  return {
    customers: rows.slice(0, limit),
    total,
    hasNext: rows.length > limit,
    hasPrevious: after !== undefined,
  };
}

/**
 * The customers whom the actor's organization may act for now, each once, by name: so many after or before a place, or from an
 * end; and how many there are in all. `size` 0 is all of them.
 */
export const listReached = query({
  allow: 'customers:read',
  input: z.object({
    size: z.int().min(0).max(500),
    name: z.string().max(200).optional(),
    domain: z.string().max(200).optional(),
    reseller: z.uuid().optional(),
    provider: z.uuid().optional(),
    after: position.optional(),
    before: position.optional(),
    from: z.enum(['start', 'end']).default('start'),
    skip: z.int().nonnegative().default(0),
  }),
  async run(actor, { size, name, domain, reseller, provider, after, before, from, skip }) {
    const { tenant } = requireTenant(actor);
    const narrowed = name || domain || reseller || provider;
    const forwards = !before && from === 'start' && skip === 0;
    if (forwards && !narrowed && tenant.partnerType !== 'indirect_provider') return ownList(tenant, size, after);
    const matches = and(
      consentsInReach(tenant),
      // By one reseller, a customer is reached once.
      reseller ? undefined : await firstOfEach(tenant),
      name ? beginsWith(consents.customerSort, name) : undefined,
      domain ? beginsWith(consents.customerDomain, domain) : undefined,
      reseller ? eq(consents.partnerId, reseller) : undefined,
      provider ? eq(consents.providerId, provider) : undefined,
    );
    const [counted] = await db.select({ total: count() }).from(consents).where(matches);
    const backwards = before !== undefined || from === 'end';
    const way = backwards ? desc : asc;
    const limit = size === 0 ? (counted?.total ?? 0) : size;
    const rest = and(after ? beyond(after, gt) : undefined, before ? beyond(before, lt) : undefined);
    const found = db
      .select({ id: consents.id })
      .from(consents)
      .where(and(matches, rest))
      .orderBy(way(consents.customerSort), way(consents.id))
      .limit(limit + 1)
      .offset(skip)
      .as('found');
    const rows = await db
      .select(listed)
      .from(found)
      .innerJoin(consents, eq(consents.id, found.id))
      .innerJoin(tenants, eq(tenants.id, consents.customerId))
      .orderBy(way(consents.customerSort), way(consents.id));
    const more = rows.length > limit;
    const shown = rows.slice(0, limit);
    if (backwards) shown.reverse();
    const started = after !== undefined || skip > 0;
    return {
      customers: shown,
      total: counted?.total ?? 0,
      hasNext: backwards ? before !== undefined : more,
      hasPrevious: backwards ? more : started,
    };
  },
});

/** The resellers through whom the actor's organization reaches a customer, by name. Throws `not_found` for one it does not. */
export const resellersOf = query({
  allow: 'customers:read',
  input: z.object({ customerId: z.uuid() }),
  async run(actor, { customerId }) {
    const { tenant } = requireTenant(actor);
    if (!(await findCustomer(tenant, customerId))) throw new AppError('not_found');
    return db
      .selectDistinct({
        id: tenants.id,
        name: tenants.name,
        sort: tenants.sortName,
        mpnId: tenants.mpnId,
        country: tenants.country,
      })
      .from(consents)
      .innerJoin(tenants, eq(tenants.id, consents.partnerId))
      .where(and(eq(consents.customerId, customerId), consentsInReach(tenant), ne(consents.partnerId, tenant.id)))
      .orderBy(asc(tenants.sortName), asc(tenants.id));
  },
});
