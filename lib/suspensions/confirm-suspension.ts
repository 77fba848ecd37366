import { and, eq, isNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiClients, suspensions, tenants } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { findSubject, type SuspensionSubject, subjectName, whyNotNow } from './find-subject';
import { tellProposer } from './tell-support';
import { tellSuspended } from './tell-suspended';

/**
 * Suspends what a colleague proposed, from the next call on: people change nothing and reach nobody, programs are refused.
 * Consents, devices and accounts stay as they are. Outcomes `own_proposal` for whoever proposed it, `closed` when it was
 * decided meanwhile, and `client_revoked` when there is nothing left to suspend.
 */
export const confirmSuspension = command({
  allow: 'suspensions:decide',
  input: z.object({ suspensionId: z.uuid() }),
  audit: 'suspension.confirmed',
  async run({ actor, about }, { suspensionId }) {
    const user = requireUser(actor);
    const at = now();
    const [confirmed] = await db
      .update(suspensions)
      .set({ state: 'active', decidedBy: user.id, decidedAt: at })
      .where(
        and(eq(suspensions.id, suspensionId), eq(suspensions.state, 'proposed'), ne(suspensions.proposedBy, user.id)),
      )
      .returning();
    if (!confirmed) {
      const { state } = await whyNotNow(suspensionId);
      return { ok: false, reason: state === 'proposed' ? 'own_proposal' : 'closed' } as const;
    }
    if (!(await stop(confirmed, at))) return { ok: false, reason: 'client_revoked' } as const;
    const subject = await findSubject(confirmed);
    await tellSuspended(subject, 'suspended');
    await tellProposer(confirmed, { subject: subjectName(subject), answer: 'confirmed' });
    about({
      subjectId: suspensionId,
      partnerId: confirmed.tenantId,
      detail: { client: subject.client?.name, reason: confirmed.reason },
    });
    return { ok: true } as const;
  },
});

/** Marks the row that every session, token and reach is read with. */
async function stop({ tenantId, clientId }: SuspensionSubject, at: Date): Promise<boolean> {
  const stopped = clientId
    ? await db
        .update(apiClients)
        .set({ suspendedAt: at })
        .where(and(eq(apiClients.id, clientId), isNull(apiClients.revokedAt)))
        .returning({ id: apiClients.id })
    : await db.update(tenants).set({ suspendedAt: at }).where(eq(tenants.id, tenantId)).returning({ id: tenants.id });
  return stopped.length > 0;
}
