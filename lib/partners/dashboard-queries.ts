import { and, count, desc, eq, gt, gte, inArray, lt, lte, ne, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consentRequests, consents, uploads } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { effectiveState, type RequestState, statesBefore } from '@/lib/consent/state';
import { isWithdrawn, withdrawnColumn } from '@/lib/consent/withdrawn';
import { query } from '@/lib/query';
import { consentsInReach, registrarsInReach } from './reach';

const latestCount = 5;
const weekCount = 12;
const week = days(7);
/** 1970 began on a Thursday; weeks begin on Monday, in UTC. */
const firstMonday = new Date(days(4)).getTime();

const startOfWeek = (at: Date): Date => new Date(at.getTime() - ((at.getTime() - firstMonday) % week));

/** How many relationships the actor's organisation has now; what its Customers page counts. */
export const customerFigures = query({
  allow: 'customers:read',
  input: z.object({}),
  async run(actor) {
    const { tenant } = requireTenant(actor);
    const [row] = await db.select({ total: count() }).from(consents).where(consentsInReach(tenant));
    return { total: row?.total ?? 0 };
  },
});

async function latestOf(own: SQL, at: Date) {
  const rows = await db
    .select({
      id: consentRequests.id,
      organization: consentRequests.recipientOrganization,
      recipient: consentRequests.recipientName,
      state: consentRequests.state,
      createdAt: consentRequests.createdAt,
      expiresAt: consentRequests.expiresAt,
      withdrawn: withdrawnColumn(),
    })
    .from(consentRequests)
    .where(and(own, ne(consentRequests.state, 'draft')))
    .orderBy(desc(consentRequests.createdAt), desc(consentRequests.id))
    .limit(latestCount);
  return rows.map((row) => ({ ...row, state: effectiveState(row, at) }));
}

export type LatestRequest = Awaited<ReturnType<typeof latestOf>>[number];

/**
 * Requests of the actor's organisation: how many in each state, and the latest five that were sent. Each counts as what it
 * reads as now, whether or not a job has said so.
 */
export const requestFigures = query({
  allow: 'requests:read',
  input: z.object({}),
  async run(actor) {
    const at = now();
    const own = eq(consentRequests.partnerId, requireTenant(actor).tenant.id);
    const overdue = sql<number>`sum(case when ${lte(consentRequests.expiresAt, at)} then 1 else 0 end)`.mapWith(Number);
    const counts = await db
      .select({ state: consentRequests.state, total: count(), overdue })
      .from(consentRequests)
      .where(own)
      .groupBy(consentRequests.state);
    const byState = new Map<RequestState, number>();
    const add = (state: RequestState, some: number) => some > 0 && byState.set(state, (byState.get(state) ?? 0) + some);
    for (const { state, total, overdue } of counts) {
      add(state, total - overdue);
      add(effectiveState({ state, expiresAt: at, withdrawn: false }, at), overdue);
    }
    const open = and(own, inArray(consentRequests.state, statesBefore('expire')), gt(consentRequests.expiresAt, at));
    const withdrawn = await db
      .select({ state: consentRequests.state, total: count() })
      .from(consentRequests)
      .where(and(open, isWithdrawn()))
      .groupBy(consentRequests.state);
    for (const { state, total } of withdrawn) {
      byState.set(state, (byState.get(state) ?? 0) - total);
      if (byState.get(state) === 0) byState.delete(state);
      add('canceled', total);
    }
    return { byState, latest: await latestOf(own, at) };
  },
});

/**
 * Devices that uploads have registered, for the actor's organisation and the resellers linked to it: in all, and in each of
 * the last twelve weeks (from Monday, UTC, oldest first; the last one is the current week). What uploads did, not what is
 * registered now (DESIGN §2): that would be a count over all devices at every look.
 */
export const deviceFigures = query({
  allow: 'devices:read',
  input: z.object({}),
  async run(actor) {
    const registrars = await registrarsInReach(requireTenant(actor).tenant);
    const current = startOfWeek(now());
    const starts = Array.from({ length: weekCount }, (_, at) => later(current, (at + 1 - weekCount) * week));
    const registered = (within: SQL | undefined) =>
      sql<number>`sum(case when ${within} then ${uploads.registered} else 0 end)`.mapWith(Number);
    const weeks = Object.fromEntries(
      starts.map((from, at) => [
        String(at),
        registered(and(gte(uploads.createdAt, from), lt(uploads.createdAt, later(from, week)))),
      ]),
    );
    const [row] = await db
      .select({ total: sql<number>`sum(${uploads.registered})`.mapWith(Number), ...weeks })
      .from(uploads)
      .where(inArray(uploads.partnerId, registrars));
    const counts: Record<string, number | null> = row ?? {};
    return { total: counts.total ?? 0, weeks: starts.map((from, at) => ({ from, registered: counts[at] ?? 0 })) };
  },
});
