import { and, asc, eq, gte, lte, or } from 'drizzle-orm';
import { db } from '@/db';
import { auditEntries, auditEvents } from '@/db/schema';

/** Both ends included. */
export interface Period {
  from: Date;
  to: Date;
}

/** The events of one action that a log shows within any of these times, all or those about one subject, oldest first: one index range for each time. */
export async function eventsWithin(viewerId: string, action: string, periods: Period[], subjectId?: string) {
  if (periods.length === 0) return [];
  const within = periods.map(({ from, to }) => and(gte(auditEntries.at, from), lte(auditEntries.at, to)));
  return db
    .select({ at: auditEvents.at, detail: auditEvents.detail })
    .from(auditEntries)
    .innerJoin(auditEvents, eq(auditEvents.seq, auditEntries.seq))
    .where(
      and(
        eq(auditEntries.viewerId, viewerId),
        eq(auditEntries.action, action),
        or(...within),
        subjectId ? eq(auditEvents.subjectId, subjectId) : undefined,
      ),
    )
    .orderBy(asc(auditEntries.at), asc(auditEntries.seq));
}
