import { and, asc, eq, gt, inArray, not, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { db } from '@/db';
import {
  conflicts,
  consentRequests,
  nameChanges,
  oemLinkApplications,
  partnerApplications,
  removalRequests,
  suspensions,
} from '@/db/schema';
import { now } from '@/lib/clock';
import { statesBefore } from '@/lib/consent/state';
import { isWithdrawn } from '@/lib/consent/withdrawn';
import { openStates as openApplications } from '@/lib/oem/application-state';
import { openStates as openRemovals } from './removal-state';

interface Queue {
  id: PgColumn & { _: { data: string } };
  /** The moment from which one waits; never null in what is open. */
  since: PgColumn & { _: { data: Date } };
  /** Which of its rows wait: a range of the index of their states. */
  open: SQL | undefined;
}

/** How many wait in a queue, and the one that waits longest: null where nobody does. */
export interface Waiting {
  total: number;
  oldest: { id: string; since: Date } | null;
}

async function waitingIn({ id, since, open }: Queue): Promise<Waiting> {
  const [row] = await db
    .select({ id, since, total: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(id.table)
    .where(open)
    .orderBy(asc(since), asc(id))
    .limit(1);
  if (!row?.id || !row.since) return { total: 0, oldest: null };
  return { total: row.total, oldest: { id: row.id, since: row.since } };
}

/** What waits for somebody now. A consent request that ran out, or that nobody can answer any more, waits for nobody. */
export async function waitingNow() {
  const [removals, escalated, partners, names, applications, proposed, requests] = await Promise.all([
    waitingIn({
      id: removalRequests.id,
      since: removalRequests.createdAt,
      open: inArray(removalRequests.state, [...openRemovals]),
    }),
    waitingIn({ id: conflicts.id, since: conflicts.escalatedAt, open: eq(conflicts.state, 'escalated') }),
    waitingIn({
      id: partnerApplications.id,
      since: partnerApplications.verifiedAt,
      open: eq(partnerApplications.state, 'waiting'),
    }),
    waitingIn({ id: nameChanges.id, since: nameChanges.askedAt, open: eq(nameChanges.state, 'waiting') }),
    waitingIn({
      id: oemLinkApplications.id,
      since: oemLinkApplications.createdAt,
      open: inArray(oemLinkApplications.state, [...openApplications]),
    }),
    waitingIn({ id: suspensions.id, since: suspensions.createdAt, open: eq(suspensions.state, 'proposed') }),
    waitingIn({
      id: consentRequests.id,
      since: consentRequests.createdAt,
      open: and(
        inArray(consentRequests.state, statesBefore('accept')),
        gt(consentRequests.expiresAt, now()),
        not(isWithdrawn() ?? sql`false`),
      ),
    }),
  ]);
  return { removals, conflicts: escalated, partners, names, applications, suspensions: proposed, requests };
}
