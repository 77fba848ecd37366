import { sql } from 'drizzle-orm';
import { index, integer, json, moment, table, text, uniqueIndex, uuid } from '../columns';
import { apiClients } from './api';
import { tenants, users } from './people';

/**
 * Where a partner wants to be told of events (docs/decisions/0022). Made by a person or by an API client, which has one at
 * most. Its secrets are sealed: we sign with them. The old one signs along until `oldUntil`.
 */
export const webhookEndpoints = table(
  'webhook_endpoints',
  {
    id: uuid().primaryKey(),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    url: text().notNull(),
    events: json<string[]>().notNull(),
    secret: text().notNull(),
    oldSecret: text(),
    oldUntil: moment(),
    createdBy: uuid().references(() => users.id),
    clientId: uuid().references(() => apiClients.id),
    createdAt: moment().notNull(),
    /** When the first attempt failed that no delivered one followed. */
    failingSince: moment(),
    disabledAt: moment(),
    disabledWhy: text<'person' | 'failing'>(),
    removedAt: moment(),
  },
  (t) => [
    index('webhook_endpoints_tenant').on(t.tenantId, t.createdAt),
    uniqueIndex('webhook_endpoints_client').on(t.clientId).where(sql`removed_at is null`),
  ],
);

/** Something that happened, as it is sent: `body` to the byte, because signatures are over bytes. */
export const webhookEvents = table('webhook_events', {
  id: uuid().primaryKey(),
  tenantId: uuid()
    .notNull()
    .references(() => tenants.id),
  type: text().notNull(),
  body: text().notNull(),
  at: moment().notNull(),
});

/**
 * One event on its way to one endpoint. `round` counts how often somebody asked for it anew, `attempts` begins again with each:
 * a job of an earlier round finds nothing to do.
 */
export const webhookDeliveries = table(
  'webhook_deliveries',
  {
    id: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => webhookEvents.id),
    endpointId: uuid()
      .notNull()
      .references(() => webhookEndpoints.id),
    state: text<'waiting' | 'delivered' | 'failed'>().notNull(),
    round: integer().notNull(),
    attempts: integer().notNull(),
    createdAt: moment().notNull(),
    nextAt: moment(),
    lastAt: moment(),
    lastStatus: integer(),
    lastFault: text(),
    /** The beginning of what was answered. */
    lastAnswer: text(),
    /** In milliseconds. */
    lastDuration: integer(),
  },
  (t) => [
    uniqueIndex('webhook_deliveries_event').on(t.eventId, t.endpointId),
    index('webhook_deliveries_endpoint').on(t.endpointId, t.id),
  ],
);
