import { and, asc, count, desc, eq, gt, inArray, lte, not, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { apiClients, consentRequests, tenants, users } from '@/db/schema';
import { nameIfAny, nameOf } from '@/lib/clients/maker-name';
import { now } from '@/lib/clock';
import { grantedDap } from './granted-dap';
import type { RequestSearch } from './request-search';
import { effectiveState, type RequestState, statesBefore } from './state';
import { isWithdrawn, withdrawnColumn } from './withdrawn';

export const requestsPerPage = 25;

const senders = alias(users, 'senders');
const senderClients = alias(apiClients, 'sender_clients');
const deciders = alias(users, 'deciders');
const deciderClients = alias(apiClients, 'decider_clients');
const customers = alias(tenants, 'customers');
const providers = alias(tenants, 'providers');
const replacements = alias(consentRequests, 'replacements');

/** The rows that read as this state now: `effectiveState` as a condition. */
function readsAs(state: RequestState, at: Date): SQL | undefined {
  const is = eq(consentRequests.state, state);
  const runsOut = statesBefore('expire');
  const open = inArray(consentRequests.state, runsOut);
  const running = gt(consentRequests.expiresAt, at);
  const withdrawn = isWithdrawn() ?? sql`false`;
  if (runsOut.includes(state)) return and(is, running, not(withdrawn));
  if (state === 'canceled') return or(is, and(open, running, withdrawn));
  if (state === 'expired') return or(is, and(open, lte(consentRequests.expiresAt, at)));
  return is;
}

/** The partner's requests that a search finds, as a condition. */
export function matching(partnerId: string, { q, state }: Omit<RequestSearch, 'page'>, at: Date): SQL | undefined {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    eq(consentRequests.partnerId, partnerId),
    state ? readsAs(state, at) : undefined,
    q ? sql`${consentRequests.recipientSearch} like ${pattern} escape '\\'` : undefined,
  );
}

/** A function: what is selected asks the database that is open now. */
const listed = () => ({
  id: consentRequests.id,
  state: consentRequests.state,
  kind: consentRequests.kind,
  dap: consentRequests.dap,
  delivery: consentRequests.delivery,
  recipientName: consentRequests.recipientName,
  recipientEmail: consentRequests.recipientEmail,
  organization: consentRequests.recipientOrganization,
  providerName: providers.name,
  sentBy: nameOf(senders, senderClients),
  sentAt: consentRequests.createdAt,
  expiresAt: consentRequests.expiresAt,
  decidedBy: nameIfAny(deciders, deciderClients),
  decidedFor: customers.name,
  decidedAt: consentRequests.decidedAt,
  renewalAskedAt: consentRequests.renewalAskedAt,
  replacedById: replacements.id,
  withdrawn: withdrawnColumn(),
});

interface Part {
  limit: number;
  offset: number;
  /** Oldest first. */
  backwards?: boolean;
}

/** Requests of one partner as lists show them, newest first. */
export async function findRequests(
  partnerId: string,
  where: SQL | undefined,
  { limit, offset, backwards = false }: Part,
  at: Date,
) {
  const way = backwards ? asc : desc;
  const rows = await db
    .select(listed())
    .from(consentRequests)
    .leftJoin(senders, eq(senders.id, consentRequests.createdBy))
    .leftJoin(senderClients, eq(senderClients.id, consentRequests.clientId))
    .leftJoin(providers, eq(providers.id, consentRequests.providerId))
    .leftJoin(deciders, eq(deciders.id, consentRequests.decidedBy))
    .leftJoin(deciderClients, eq(deciderClients.id, consentRequests.decidedClientId))
    .leftJoin(customers, eq(customers.id, consentRequests.customerId))
    .leftJoin(replacements, eq(replacements.replacesId, consentRequests.id))
    .where(where)
    .orderBy(way(consentRequests.createdAt), way(consentRequests.id))
    .limit(limit)
    .offset(offset);
  const asked = rows.flatMap(({ id, dap, state, decidedAt }) =>
    dap && state === 'accepted' && decidedAt ? [{ id, decidedAt }] : [],
  );
  const granted = await grantedDap(partnerId, asked);
  return rows.map((row) => ({
    ...row,
    state: effectiveState(row, at),
    /** Whether the delegated administration it asked for was given; null as long as nobody has decided that. */
    dapGranted: granted.get(row.id) ?? null,
  }));
}

export type ListedRequest = Awaited<ReturnType<typeof findRequests>>[number];

/** One page of the requests that a partner sent, newest first, and how many match; for gates that say whose it may be. */
export async function requestsOf(partnerId: string, search: RequestSearch) {
  const at = now();
  const where = matching(partnerId, search, at);
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(consentRequests).where(where);
  const page = Math.max(1, Math.min(search.page, Math.ceil(total / requestsPerPage)));
  const part = { limit: requestsPerPage, offset: (page - 1) * requestsPerPage };
  return { rows: await findRequests(partnerId, where, part, at), total, page };
}
