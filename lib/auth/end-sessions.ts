import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { sessions } from '@/db/schema';

/** Ends every session of a person, inside the open transaction: the next request with any of their cookies is signed out. */
export async function endSessions(userId: string, at: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: at })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));
}
