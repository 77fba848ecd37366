import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { viewings } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { viewingSubject } from './viewing-subject';

/** Gives the person their own eyes back. Outcome `not_viewing` when that happened already. */
export const endViewing = command({
  allow: 'viewing:use',
  input: z.object({}),
  audit: 'viewing.ended',
  async run({ actor, about }) {
    const { sessionId } = requireUser(actor);
    const [ended] = await db
      .update(viewings)
      .set({ endedAt: now() })
      .where(and(eq(viewings.sessionId, sessionId), isNull(viewings.endedAt)))
      .returning();
    if (!ended) return { ok: false, reason: 'not_viewing' } as const;
    about(await viewingSubject(ended));
    return { ok: true, tenantId: ended.tenantId } as const;
  },
});
