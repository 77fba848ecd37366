import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { webhookDeliveries } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { endpointSubject, holdOwnEndpoint } from './own-endpoint';
import { enqueueAttempt } from './start-deliveries';

/**
 * Sends an event once more, now, with ten attempts of its own and under the same id, whatever became of it before. Outcome
 * `disabled`: a disabled endpoint is sent nothing.
 */
export const redeliver = command({
  allow: 'webhooks:manage',
  input: z.object({ endpointId: z.uuid(), deliveryId: z.uuid() }),
  audit: 'webhook.redelivered',
  async run({ actor, about }, { endpointId, deliveryId }) {
    const endpoint = await holdOwnEndpoint(requireTenant(actor), endpointId);
    if (endpoint.disabledAt) return { ok: false, reason: 'disabled' } as const;
    const [again] = await db
      .update(webhookDeliveries)
      .set({ state: 'waiting', round: sql`${webhookDeliveries.round} + 1`, attempts: 0, nextAt: now() })
      .where(and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.endpointId, endpointId)))
      .returning({ round: webhookDeliveries.round });
    if (!again) throw new AppError('not_found');
    await enqueueAttempt({ deliveryId, round: again.round, attempts: 0 });
    about(endpointSubject(endpoint, { delivery: deliveryId }));
    return { ok: true } as const;
  },
});
