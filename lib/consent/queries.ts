import { and, count, desc, eq, gt, inArray, lte, not, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consentRequests, tenants, users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/query';
import { findSender } from './find-sender';
import { grantedDap } from './granted-dap';
import { type RequestSearch, requestSearch } from './request-search';
import { leftToday } from './sent-today';
import { effectiveState, type RequestState, statesBefore } from './state';
import { isWithdrawn, withdrawnColumn } from './withdrawn';

export const requestsPerPage = 25;

const senders = alias(users, 'senders');
const deciders = alias(users, 'deciders');
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

function matching(partnerId: string, { q, state }: RequestSearch, at: Date): SQL | undefined {
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
  sentBy: senders.name,
  sentAt: consentRequests.createdAt,
  expiresAt: consentRequests.expiresAt,
  decidedBy: deciders.name,
  decidedFor: customers.name,
  decidedAt: consentRequests.decidedAt,
  renewalAskedAt: consentRequests.renewalAskedAt,
  replacedById: replacements.id,
  withdrawn: withdrawnColumn(),
});

async function select(partnerId: string, where: SQL | undefined, offset: number, at: Date) {
  const rows = await db
    .select(listed())
    .from(consentRequests)
    .innerJoin(senders, eq(senders.id, consentRequests.createdBy))
    .leftJoin(providers, eq(providers.id, consentRequests.providerId))
    .leftJoin(deciders, eq(deciders.id, consentRequests.decidedBy))
    .leftJoin(customers, eq(customers.id, consentRequests.customerId))
    .leftJoin(replacements, eq(replacements.replacesId, consentRequests.id))
    .where(where)
    .orderBy(desc(consentRequests.createdAt), desc(consentRequests.id))
    .limit(requestsPerPage)
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

export type ListedRequest = Awaited<ReturnType<typeof select>>[number];

/** One page of the requests that a partner sent, newest first, and how many match; for gates that say whose it may be. */
export async function requestsOf(partnerId: string, search: RequestSearch) {
  const at = now();
  const where = matching(partnerId, search, at);
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(consentRequests).where(where);
  const page = Math.max(1, Math.min(search.page, Math.ceil(total / requestsPerPage)));
  return { rows: await select(partnerId, where, (page - 1) * requestsPerPage, at), total, page };
}

/** `requestsOf` the actor's organization. */
export const listRequests = query({
  allow: 'requests:read',
  input: requestSearch,
  run: (actor, search) => requestsOf(requireUser(actor).tenant.id, search),
});

/** What the form has to know before it can show the mail it will send. */
export const getSender = query({
  allow: 'requests:send',
  input: z.object({}),
  async run(actor) {
    const { id } = requireUser(actor).tenant;
    return { ...(await findSender(id)), today: await leftToday(id, now()) };
  },
});
