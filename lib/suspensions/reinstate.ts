import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { apiClients, suspensions, tenants } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { resumePaused } from '@/lib/webhooks/paused';
import { findSubject, whyNotNow } from './find-subject';
import { suspensionStepInput } from './suspension-input';
import { tellSuspended } from './tell-suspended';

/**
 * Ends a suspension: what the partner or its client held before it holds again at the next call, and its webhooks go on where
 * they paused. One person is enough (docs/decisions/0027). Outcome `not_active` when there is nothing to end.
 */
export const reinstate = command({
  allow: 'suspensions:decide',
  input: suspensionStepInput,
  audit: 'suspension.ended',
  async run({ actor, about }, { suspensionId, reason }) {
    const user = requireUser(actor);
    const [ended] = await db
      .update(suspensions)
      .set({ state: 'reinstated', reinstatedBy: user.id, closedAt: now(), answer: reason })
      .where(and(eq(suspensions.id, suspensionId), eq(suspensions.state, 'active')))
      .returning();
    if (!ended) {
      await whyNotNow(suspensionId);
      return { ok: false, reason: 'not_active' } as const;
    }
    const { tenantId, clientId } = ended;
    if (clientId) await db.update(apiClients).set({ suspendedAt: null }).where(eq(apiClients.id, clientId));
    else await db.update(tenants).set({ suspendedAt: null }).where(eq(tenants.id, tenantId));
    await resumePaused(ended);
    const subject = await findSubject(ended);
    await tellSuspended(subject, 'reinstated');
    about({ subjectId: suspensionId, partnerId: tenantId, detail: { client: subject.client?.name, reason } });
    return { ok: true } as const;
  },
});
