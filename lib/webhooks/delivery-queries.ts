import { and, count, desc, eq, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { webhookDeliveries, webhookEndpoints, webhookEvents } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { mine } from './own-endpoint';
import type { DeliveryFault } from './post-event';

export const deliveriesPerPage = 25;

const columns = {
  id: webhookDeliveries.id,
  eventId: webhookEvents.id,
  type: webhookEvents.type,
  at: webhookEvents.at,
  state: webhookDeliveries.state,
  attempts: webhookDeliveries.attempts,
  nextAt: webhookDeliveries.nextAt,
  lastAt: webhookDeliveries.lastAt,
  lastStatus: webhookDeliveries.lastStatus,
  lastFault: webhookDeliveries.lastFault,
  lastDuration: webhookDeliveries.lastDuration,
};

const deliveries = (where: SQL | undefined) =>
  db
    .select({ ...columns, body: webhookEvents.body, lastAnswer: webhookDeliveries.lastAnswer })
    .from(webhookDeliveries)
    .innerJoin(webhookEvents, eq(webhookEvents.id, webhookDeliveries.eventId))
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(where)
    .orderBy(desc(webhookDeliveries.id));

const typed = <Row extends { lastFault: string | null }>(row: Row) => ({
  ...row,
  lastFault: row.lastFault as DeliveryFault | null,
});

/** What was sent to an endpoint, newest first; `page` from 1. Nothing for somebody else's endpoint. */
export const listDeliveries = query({
  allow: 'webhooks:read',
  input: z.object({ endpointId: z.uuid(), page: z.int().min(1) }),
  async run(actor, { endpointId, page }) {
    const where = and(eq(webhookDeliveries.endpointId, endpointId), mine(requireTenant(actor)));
    const rows = await deliveries(where)
      .limit(deliveriesPerPage)
      .offset((page - 1) * deliveriesPerPage);
    const [counted] = await db
      .select({ total: count() })
      .from(webhookDeliveries)
      .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
      .where(where);
    return { rows: rows.map(typed), total: counted?.total ?? 0 };
  },
});

/** One delivery with what was sent and the beginning of what was answered; otherwise `not_found`. */
export const readDelivery = query({
  allow: 'webhooks:read',
  input: z.object({ endpointId: z.uuid(), deliveryId: z.uuid() }),
  async run(actor, { endpointId, deliveryId }) {
    const one = and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.endpointId, endpointId));
    const [found] = await deliveries(and(one, mine(requireTenant(actor))));
    if (!found) throw new AppError('not_found');
    return typed(found);
  },
});

export type Delivery = Awaited<ReturnType<typeof listDeliveries>>['rows'][number];
