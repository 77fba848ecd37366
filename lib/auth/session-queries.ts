import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { sessions } from '@/db/schema';
import { later, now } from '@/lib/clock';
import { query } from '@/lib/query';
import { requireUser } from './actor';
import { nameAgent } from './name-agent';
import { idleLimit } from './session-rules';

/** Where the actor is signed in now, last used first. A place is an address: where that is, we do not know. */
export const listSessions = query({
  allow: 'account:manage',
  input: z.object({}),
  async run(actor) {
    const { id, tenant, sessionId } = requireUser(actor);
    const at = now();
    const open = await db
      .select()
      .from(sessions)
      .where(
        and(
          eq(sessions.userId, id),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, at),
          gt(sessions.seenAt, later(at, -idleLimit(tenant.kind))),
        ),
      )
      .orderBy(desc(sessions.seenAt), desc(sessions.id))
      .limit(100);
    return open.map(({ id: session, createdAt, seenAt, method, address, agent }) => ({
      id: session,
      device: nameAgent(agent),
      address,
      method,
      signedInAt: createdAt,
      seenAt,
      own: session === sessionId,
    }));
  },
});

export type ShownSession = Awaited<ReturnType<typeof listSessions>>[number];
