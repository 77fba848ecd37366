import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { removalRequests } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { nameOf, whyNot } from './find-removal';

/** Takes up a request that waits; of two who do it at once the first has it. Outcomes `taken` with by whom, and `closed`. */
export const takeRemoval = command({
  allow: 'removals:handle',
  input: z.object({ removalId: z.uuid() }),
  audit: 'removal.taken',
  async run({ actor, about }, { removalId }) {
    const user = requireUser(actor);
    const [taken] = await db
      .update(removalRequests)
      .set({ state: 'in_review', assigneeId: user.id, reviewedAt: now() })
      .where(and(eq(removalRequests.id, removalId), eq(removalRequests.state, 'asked')))
      .returning();
    if (!taken) return whyNot(removalId);
    const { customerId, partnerId } = taken;
    about({ subjectId: removalId, customerId, detail: { counterpartName: await nameOf(partnerId) } });
    return { ok: true } as const;
  },
});
