import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiClients, tenants, webhookDeliveries, webhookEndpoints, webhookEvents } from '@/db/schema';
import { later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { clearFailing, giveUpEndpoint, markFailing } from './failing';
import { holdSuspended } from './paused';
import { pauseAfter } from './pauses';
import { postEvent } from './post-event';
import { openSecret } from './secret';
import { signedHeaders } from './sign';
import { enqueueAttempt } from './start-deliveries';
import { tellOwner } from './tell-owner';

const attempt = z.object({ deliveryId: z.uuid(), round: z.coerce.number(), attempts: z.coerce.number() });

/**
 * Makes one attempt to deliver and writes down what came of it: delivered, another attempt after a pause, or failed after
 * ten. A crash between sending and writing sends again under the same `webhook-id`, by which the receiver knows it. For whom
 * support has suspended nothing is sent: the event waits for `resumePaused`. Outcome
 * `over` when this attempt was made before or somebody asked for the event anew meanwhile, `reinstated` to be tried at once.
 */
export const deliverWebhook = command({
  allow: 'webhooks:deliver',
  input: attempt,
  audit: 'webhook.attempted',
  async prepare(input) {
    const found = await findDue(input);
    return found && { ...found, at: now(), posted: await sendTo(found) };
  },
  async run({ about, also }, { deliveryId, round, attempts }, sent) {
    if (!sent) return { ok: false, reason: 'over' } as const;
    const { endpoint, event, at, posted } = sent;
    const { fault } = posted;
    const told = { host: new URL(endpoint.url).host, event: event.type };
    if (fault === 'suspended') {
      if (!(await holdSuspended(endpoint))) return { ok: false, reason: 'reinstated' } as const;
      await db.update(webhookDeliveries).set({ nextAt: null }).where(isDue({ deliveryId, round, attempts }));
      about({ subjectId: deliveryId, partnerId: endpoint.tenantId, detail: { ...told, outcome: fault } });
      return { ok: true } as const;
    }
    const made = attempts + 1;
    const pause = fault === null || fault === 'disabled' ? null : pauseAfter(made);
    const nextAt = pause === null ? null : later(now(), pause);
    const [written] = await db
      .update(webhookDeliveries)
      .set({
        state: fault === null ? 'delivered' : nextAt ? 'waiting' : 'failed',
        attempts: made,
        nextAt,
        lastAt: at,
        lastStatus: posted.status,
        lastFault: fault,
        lastAnswer: posted.answer,
        lastDuration: posted.duration,
      })
      .where(isDue({ deliveryId, round, attempts }))
      .returning({ id: webhookDeliveries.id });
    if (!written) return { ok: false, reason: 'over' } as const;
    if (fault === null) await clearFailing(endpoint.id);
    else if (fault !== 'disabled') await markFailing(endpoint.id, at);
    if (nextAt) await enqueueAttempt({ deliveryId, round, attempts: made }, nextAt);
    else if (fault !== null && fault !== 'disabled') {
      const givenUp = await giveUpEndpoint(endpoint.id, also);
      await tellOwner(endpoint, givenUp ? 'disabled' : 'failed');
    }
    about({
      subjectId: deliveryId,
      partnerId: endpoint.tenantId,
      detail: { ...told, outcome: fault ?? 'delivered', attempt: made },
    });
    return { ok: true } as const;
  },
});

const isDue = ({ deliveryId, round, attempts }: z.output<typeof attempt>) =>
  and(
    eq(webhookDeliveries.id, deliveryId),
    eq(webhookDeliveries.state, 'waiting'),
    eq(webhookDeliveries.round, round),
    eq(webhookDeliveries.attempts, attempts),
  );

async function findDue(input: z.output<typeof attempt>) {
  const [due] = await db
    .select({
      endpoint: webhookEndpoints,
      event: webhookEvents,
      tenantSuspended: tenants.suspendedAt,
      clientSuspended: apiClients.suspendedAt,
    })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .innerJoin(webhookEvents, eq(webhookEvents.id, webhookDeliveries.eventId))
    .innerJoin(tenants, eq(tenants.id, webhookEndpoints.tenantId))
    .leftJoin(apiClients, eq(apiClients.id, webhookEndpoints.clientId))
    .where(isDue(input));
  return due;
}

type Due = NonNullable<Awaited<ReturnType<typeof findDue>>>;

async function sendTo({ endpoint, event, tenantSuspended, clientSuspended }: Due) {
  const unsent = { status: null, answer: null, duration: 0 };
  if (endpoint.disabledAt || endpoint.removedAt) return { ...unsent, fault: 'disabled' as const };
  if (tenantSuspended ?? clientSuspended) return { ...unsent, fault: 'suspended' as const };
  const at = now();
  const old = endpoint.oldUntil && endpoint.oldUntil > at ? endpoint.oldSecret : null;
  const secrets = [endpoint.secret, old].flatMap((sealed) => (sealed ? (openSecret(sealed, endpoint.id) ?? []) : []));
  if (secrets.length === 0) return { ...unsent, fault: 'unsealed' as const };
  const headers = signedHeaders({ id: event.id, at, body: event.body }, secrets);
  return postEvent({ url: endpoint.url, headers, body: event.body });
}
