import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { sessions, tenants, users } from '@/db/schema';
import { later, now } from '@/lib/clock';
import { idleLimit } from './session-rules';

/**
 * Which of these sessions would still be let in, as `loadSession` decides it; the rest have ended. Looking is not using:
 * an open page does not keep its session alive.
 */
export async function livingSessions(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const at = now();
  const open = await db
    .select({ id: sessions.id, seenAt: sessions.seenAt, kind: tenants.kind })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(
      and(inArray(sessions.id, ids), isNull(sessions.revokedAt), isNull(users.disabledAt), gt(sessions.expiresAt, at)),
    );
  return new Set(open.filter(({ seenAt, kind }) => seenAt > later(at, -idleLimit(kind))).map(({ id }) => id));
}
