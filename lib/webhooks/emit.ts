import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { tenants, webhookEndpoints, webhookEvents } from '@/db/schema';
import { now } from '@/lib/clock';
import type { EventContent, Subscription } from './events';
import { startDeliveries } from './start-deliveries';

/**
 * Tells the endpoints of partners what happened, in the transaction of what happened: with it the event is there or it is not.
 * Writes nothing for who has no endpoint that asks for it. An indirect reseller has none, whatever its rows say.
 */
export async function emit<Type extends Subscription>(
  to: string | readonly string[],
  type: Type,
  content: EventContent[Type],
): Promise<void> {
  const endpoints = await db
    .select({ id: webhookEndpoints.id, tenantId: webhookEndpoints.tenantId, events: webhookEndpoints.events })
    .from(webhookEndpoints)
    .innerJoin(tenants, eq(tenants.id, webhookEndpoints.tenantId))
    .where(
      and(
        inArray(webhookEndpoints.tenantId, typeof to === 'string' ? [to] : [...to]),
        ne(tenants.partnerType, 'indirect_reseller'),
        isNull(webhookEndpoints.disabledAt),
        isNull(webhookEndpoints.removedAt),
      ),
    );
  const asking = endpoints.filter(({ events }) => events.includes(type));
  for (const tenantId of new Set(asking.map((endpoint) => endpoint.tenantId))) {
    const eventId = await writeEvent(tenantId, type, content);
    const theirs = asking.filter((endpoint) => endpoint.tenantId === tenantId);
    await startDeliveries(
      eventId,
      theirs.map(({ id }) => id),
    );
  }
}

/** Writes an event as it will be sent, and gives its id. */
export async function writeEvent<Type extends keyof EventContent>(
  tenantId: string,
  type: Type,
  data: EventContent[Type],
): Promise<string> {
  const id = uuidv7();
  const at = now();
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  await db.insert(webhookEvents).values({ id, tenantId, type, body, at });
  return id;
}
