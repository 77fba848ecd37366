import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { removalRequests } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { nameOf, whyNot } from './find-removal';

/**
 * Puts a request back for others: who holds it, or a support administrator for somebody who is away. Outcomes `taken` with
 * who holds it, `not_taken` and `closed`.
 */
export const releaseRemoval = command({
  allow: 'removals:handle',
  input: z.object({ removalId: z.uuid() }),
  audit: 'removal.released',
  async run({ actor, about }, { removalId }) {
    const user = requireUser(actor);
    const held = user.roles.includes('support_admin') ? undefined : eq(removalRequests.assigneeId, user.id);
    const [released] = await db
      .update(removalRequests)
      .set({ state: 'asked', assigneeId: null, reviewedAt: null })
      .where(and(eq(removalRequests.id, removalId), eq(removalRequests.state, 'in_review'), held))
      .returning();
    if (!released) return whyNot(removalId);
    const { customerId, partnerId } = released;
    about({ subjectId: removalId, customerId, detail: { counterpartName: await nameOf(partnerId) } });
    return { ok: true } as const;
  },
});
