import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { sessions } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { endViewingOf } from '@/lib/viewing/end-of-session';
import { requireUser } from './actor';

/** Signs the actor out everywhere but here. Outcome: `none` when they are signed in nowhere else. */
export const endOtherSessions = command({
  allow: 'account:manage',
  input: z.object({}),
  audit: 'session.others_ended',
  async run({ actor, about, also }) {
    const { id, sessionId } = requireUser(actor);
    const at = now();
    const ended = await db
      .update(sessions)
      .set({ revokedAt: at })
      .where(
        and(
          eq(sessions.userId, id),
          ne(sessions.id, sessionId),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, at),
        ),
      )
      .returning({ id: sessions.id });
    if (ended.length === 0) return { ok: false, reason: 'none' } as const;
    for (const other of ended) await endViewingOf(other.id, also);
    about({ subjectId: id, detail: { sessions: ended.length } });
    return { ok: true, ended: ended.length } as const;
  },
});
