import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { removalRequests } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { removalText } from '@/lib/consent/plain-text';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { nameOf, whyNot } from './find-removal';

/**
 * Leaves a manufacturer's consent as it is, with an answer that the customer reads. Whoever took the request up answers it.
 * Outcomes `taken` with who holds it, `not_taken` and `closed`.
 */
export const refuseRemoval = command({
  allow: 'removals:handle',
  input: z.object({ removalId: z.uuid(), answer: removalText }),
  audit: 'removal.refused',
  async run({ actor, about }, { removalId, answer }) {
    const user = requireUser(actor);
    const held = and(eq(removalRequests.state, 'in_review'), eq(removalRequests.assigneeId, user.id));
    const [refused] = await db
      .update(removalRequests)
      .set({ state: 'refused', answer, closedAt: now(), closedBy: user.id })
      .where(and(eq(removalRequests.id, removalId), held))
      .returning();
    if (!refused) return whyNot(removalId);
    const { customerId, partnerId, askedBy } = refused;
    const organization = await nameOf(partnerId);
    await notify({
      kind: 'removal_answered',
      to: { tenantId: customerId },
      params: { organization, answer: 'refused' },
      path: paths.relationships(),
      mailTo: askedBy,
    });
    about({ subjectId: removalId, customerId, detail: { counterpartName: organization, answer } });
    return { ok: true } as const;
  },
});
