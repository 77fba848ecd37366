import { and, eq, gte, lte, or } from 'drizzle-orm';
import { db } from '@/db';
import { auditEntries, auditEvents } from '@/db/schema';
import { later, minutes } from '@/lib/clock';

/** An event is written within this time of what it tells. */
const slack = minutes(2);

/**
 * Whether delegated administration was granted with each of these accepted requests, by request id. Read from the log of
 * what was decided: the consent itself may have changed since, or answer a later request now.
 */
export async function grantedDap(
  partnerId: string,
  accepted: { id: string; decidedAt: Date }[],
): Promise<Map<string, boolean>> {
  if (accepted.length === 0) return new Map();
  const around = accepted.map(({ decidedAt }) =>
    and(gte(auditEntries.at, decidedAt), lte(auditEntries.at, later(decidedAt, slack))),
  );
  const granted = await db
    .select({ detail: auditEvents.detail })
    .from(auditEntries)
    .innerJoin(auditEvents, eq(auditEvents.seq, auditEntries.seq))
    .where(and(eq(auditEntries.viewerId, partnerId), eq(auditEntries.action, 'consent.granted'), or(...around)));
  return new Map(granted.map(({ detail }) => [String(detail.requestId), detail.dap === true]));
}
