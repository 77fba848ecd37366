import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { webhookDeliveries } from '@/db/schema';
import { now } from '@/lib/clock';
import { enqueue } from '@/lib/jobs/enqueue';

interface Attempt {
  deliveryId: string;
  round: number;
  attempts: number;
}

/** Puts the next attempt of a delivery into the queue, in the transaction that decided on it. */
export const enqueueAttempt = ({ deliveryId, round, attempts }: Attempt, at: Date = now()): Promise<void> =>
  enqueue('webhook.deliver', { deliveryId, round: String(round), attempts: String(attempts) }, at);

/** Sends an event on its way to each of these endpoints; answers the ids of the deliveries. */
export async function startDeliveries(eventId: string, endpointIds: string[]): Promise<string[]> {
  const createdAt = now();
  const started = endpointIds.map((endpointId) => ({ id: uuidv7(), eventId, endpointId }));
  for (const one of started) {
    const fresh = { state: 'waiting', round: 0, attempts: 0, createdAt, nextAt: createdAt } as const;
    await db.insert(webhookDeliveries).values({ ...one, ...fresh });
    await enqueueAttempt({ deliveryId: one.id, round: 0, attempts: 0 });
  }
  return started.map(({ id }) => id);
}
