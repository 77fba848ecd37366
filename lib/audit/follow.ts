import { and, asc, desc, eq, getTableColumns, gt, gte } from 'drizzle-orm';
import { db } from '@/db';
import { auditEntries, auditEvents, auditHead } from '@/db/schema';

const { seq, at, action, actorType, actorId, actorName, tenantId, customerId, partnerId, providerId } =
  getTableColumns(auditEvents);
/** Everything but the detail, which may be long. */
const facts = { seq, at, action, actorType, actorId, actorName, tenantId, customerId, partnerId, providerId };

export type FollowedEvent = Pick<typeof auditEvents.$inferSelect, keyof typeof facts>;

/** The number of the newest event, 0 before the first. */
export async function newestSeq(): Promise<number> {
  const [head] = await db.select({ seq: auditHead.seq }).from(auditHead).where(eq(auditHead.id, 1));
  return head?.seq ?? 0;
}

/**
 * What was committed after this event, of all organisations, in the order of commits. Numbers have no gaps, so whoever reads
 * on from the last one misses nothing.
 */
export const eventsAfter = (last: number, limit: number): Promise<FollowedEvent[]> =>
  db.select(facts).from(auditEvents).where(gt(auditEvents.seq, last)).orderBy(asc(auditEvents.seq)).limit(limit);

/** The actions of the newest events since then that concern an organisation. */
export async function actionsSince(organizationId: string, since: Date, limit: number): Promise<string[]> {
  const entries = await db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(and(eq(auditEntries.viewerId, organizationId), gte(auditEntries.at, since)))
    .orderBy(desc(auditEntries.at), desc(auditEntries.seq))
    .limit(limit);
  return entries.map((entry) => entry.action);
}
