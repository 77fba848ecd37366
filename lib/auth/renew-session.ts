import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { sessions } from '@/db/schema';
import type { UserActor } from './actor';
import { endSessions } from './end-sessions';

/**
 * Ends every session of the person and begins one in the place of theirs, which lives no longer than that would have, and is as old. So whoever
 * changes what they sign in with stays signed in, and a copy of their cookie does not. Returns the new session's id, for
 * `keepSignedIn`.
 */
export async function renewSession({ id: userId, sessionId }: UserActor, at: Date): Promise<string> {
  const [old] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!old) throw new Error('a signed-in person has no session');
  await endSessions(userId, at);
  const id = uuidv7();
  await db.insert(sessions).values({ ...old, id, seenAt: at, revokedAt: null });
  return id;
}
