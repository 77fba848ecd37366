import { and, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { sessions } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { endViewingOf } from '@/lib/viewing/end-of-session';
import { requireUser } from './actor';

/**
 * Signs the actor out in one place: the next request from there is a visitor's. Somebody else's session is `not_found`. Outcome:
 * `already_ended`.
 */
export const endSession = command({
  allow: 'account:manage',
  input: z.object({ sessionId: z.uuid() }),
  audit: 'session.ended_elsewhere',
  async run({ actor, about, also }, { sessionId }) {
    const own = and(eq(sessions.id, sessionId), eq(sessions.userId, requireUser(actor).id));
    const [found] = await db.select({ id: sessions.id }).from(sessions).where(own);
    if (!found) throw new AppError('not_found');
    const at = now();
    const ended = await db
      .update(sessions)
      .set({ revokedAt: at })
      .where(and(own, isNull(sessions.revokedAt), gt(sessions.expiresAt, at)))
      .returning({ id: sessions.id });
    if (ended.length === 0) return { ok: false, reason: 'already_ended' } as const;
    await endViewingOf(sessionId, also);
    about({ subjectId: sessionId });
    return { ok: true } as const;
  },
});
