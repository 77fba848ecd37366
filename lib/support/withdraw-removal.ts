import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { removalRequests } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { nameOf } from './find-removal';
import { openStates } from './removal-state';

/** A customer takes its request back while nobody has answered it; `already_closed` once somebody has. */
export const withdrawRemoval = command({
  allow: 'removals:ask',
  input: z.object({ removalId: z.uuid() }),
  audit: 'removal.withdrawn',
  async run({ actor, about }, { removalId }) {
    const user = requireUser(actor);
    const own = and(eq(removalRequests.id, removalId), eq(removalRequests.customerId, user.tenant.id));
    const [withdrawn] = await db
      .update(removalRequests)
      .set({ state: 'withdrawn', closedAt: now(), closedBy: user.id })
      .where(and(own, inArray(removalRequests.state, [...openStates])))
      .returning();
    if (!withdrawn) {
      const [found] = await db.select({ id: removalRequests.id }).from(removalRequests).where(own);
      if (!found) throw new AppError('not_found');
      return { ok: false, reason: 'already_closed' } as const;
    }
    const detail = { counterpartName: await nameOf(withdrawn.partnerId) };
    about({ subjectId: removalId, customerId: user.tenant.id, detail });
    return { ok: true } as const;
  },
});
