import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { sessions } from '@/db/schema';
import { senderInput } from '@/lib/auth/sender';
import { startSession } from '@/lib/auth/start-session';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { endViewingOf } from '@/lib/viewing/end-of-session';
import { directoryPerson } from './claims';
import { settlePerson } from './settle-person';

/**
 * Starts the session of somebody whose directory has just said who they are; one of theirs that this browser had (`replaces`) ends.
 * Outcomes: those of `settlePerson`, and `no_role` for whom nobody has given a role yet, or the directory has taken the last one.
 */
export const signInByDirectory = command({
  allow: 'session:start',
  input: z.object({
    person: directoryPerson,
    from: senderInput.nullable(),
    replaces: z.uuid().nullable(),
  }),
  audit: 'session.started',
  async run({ about, also }, { person, from, replaces }) {
    const settled = await settlePerson(person, also);
    if (!settled.ok) return settled;
    const { user, tenant } = settled;
    if (user.roles.length === 0) return { ok: false, reason: 'no_role' } as const;
    if (replaces) {
      const ended = await db
        .update(sessions)
        .set({ revokedAt: now() })
        .where(and(eq(sessions.id, replaces), eq(sessions.userId, user.id), isNull(sessions.revokedAt)))
        .returning({ id: sessions.id });
      if (ended.length > 0) await endViewingOf(replaces, also);
    }
    const actor = await startSession({ user, tenant, method: 'directory', from });
    about({ actor, subjectId: actor.sessionId });
    return { ok: true, sessionId: actor.sessionId } as const;
  },
});
