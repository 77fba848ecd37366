import { and, count, desc, eq, gt, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consentRequests, tenants, users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/query';
import { findSender } from './find-sender';
import { type RequestSearch, requestSearch } from './request-search';
import { effectiveState, type RequestState, statesBefore } from './state';

export const requestsPerPage = 25;

const senders = alias(users, 'senders');
const deciders = alias(users, 'deciders');
const customers = alias(tenants, 'customers');
const providers = alias(tenants, 'providers');

/** The rows that read as this state now: `effectiveState` as a condition. */
function readsAs(state: RequestState, at: Date): SQL | undefined {
  const is = eq(consentRequests.state, state);
  const runsOut = statesBefore('expire');
  if (runsOut.includes(state)) return and(is, gt(consentRequests.expiresAt, at));
  if (state !== 'expired') return is;
  return or(is, and(inArray(consentRequests.state, runsOut), lte(consentRequests.expiresAt, at)));
}

function matching(partnerId: string, { q, state }: RequestSearch, at: Date): SQL | undefined {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    eq(consentRequests.partnerId, partnerId),
    state ? readsAs(state, at) : undefined,
    q ? sql`${consentRequests.recipientSearch} like ${pattern} escape '\\'` : undefined,
  );
}

const listed = {
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
};

async function select(where: SQL | undefined, offset: number, at: Date) {
  const rows = await db
    .select(listed)
    .from(consentRequests)
    .innerJoin(senders, eq(senders.id, consentRequests.createdBy))
    .leftJoin(providers, eq(providers.id, consentRequests.providerId))
    .leftJoin(deciders, eq(deciders.id, consentRequests.decidedBy))
    .leftJoin(customers, eq(customers.id, consentRequests.customerId))
    .where(where)
    .orderBy(desc(consentRequests.createdAt), desc(consentRequests.id))
    .limit(requestsPerPage)
    .offset(offset);
  return rows.map((row) => ({ ...row, state: effectiveState(row, at) }));
}

export type ListedRequest = Awaited<ReturnType<typeof select>>[number];

/** One page of the requests the actor's organization sent, newest first, and how many match. */
export const listRequests = query({
  allow: 'requests:read',
  input: requestSearch,
  async run(actor, search) {
    const at = now();
    const where = matching(requireUser(actor).tenant.id, search, at);
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(consentRequests).where(where);
    const page = Math.max(1, Math.min(search.page, Math.ceil(total / requestsPerPage)));
    return { rows: await select(where, (page - 1) * requestsPerPage, at), total, page };
  },
});

/** What the form has to know before it can show the mail it will send. */
export const getSender = query({
  allow: 'requests:send',
  input: z.object({}),
  run: async (actor) => findSender(requireUser(actor).tenant.id),
});
