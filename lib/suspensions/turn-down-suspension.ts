import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { suspensions } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { findSubject, subjectName, whyNotNow } from './find-subject';
import { suspensionStepInput } from './suspension-input';
import { tellProposer } from './tell-support';

/**
 * Closes a proposal without suspending anything; an administrator may do so with their own. Outcome `closed` when it was
 * decided meanwhile.
 */
export const turnDownSuspension = command({
  allow: 'suspensions:decide',
  input: suspensionStepInput,
  audit: 'suspension.turned_down',
  async run({ actor, about }, { suspensionId, reason }) {
    const user = requireUser(actor);
    const at = now();
    const [closed] = await db
      .update(suspensions)
      .set({ state: 'turned_down', decidedBy: user.id, decidedAt: at, answer: reason, closedAt: at })
      .where(and(eq(suspensions.id, suspensionId), eq(suspensions.state, 'proposed')))
      .returning();
    if (!closed) {
      await whyNotNow(suspensionId);
      return { ok: false, reason: 'closed' } as const;
    }
    const subject = await findSubject(closed);
    await tellProposer(closed, { subject: subjectName(subject), answer: 'turned_down' });
    about({
      subjectId: suspensionId,
      detail: { organization: subject.tenant.name, client: subject.client?.name, reason },
    });
    return { ok: true } as const;
  },
});
