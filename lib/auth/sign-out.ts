import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { sessions } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { endViewingOf } from '@/lib/viewing/end-of-session';
import { requireUser } from './actor';

/** Ends the actor's own session, and what it was viewing; the next request with its cookie is signed out. */
export const signOut = command({
  allow: 'session:end',
  input: z.object({}),
  audit: 'session.ended',
  async run({ actor, about, also }) {
    const { id, sessionId } = requireUser(actor);
    const ended = await db
      .update(sessions)
      .set({ revokedAt: now() })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, id), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    if (ended.length === 0) return { ok: false, reason: 'already_ended' } as const;
    await endViewingOf(sessionId, also);
    about({ subjectId: sessionId });
    return { ok: true } as const;
  },
});
