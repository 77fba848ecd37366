import { and, desc, eq, isNull, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiClients, users, webhookEndpoints } from '@/db/schema';
import { requireTenant, type TenantActor } from '@/lib/auth/actor';
import { mayHaveApi } from '@/lib/auth/policy';
import { makerName } from '@/lib/clients/maker-name';
import { now } from '@/lib/clock';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import type { Subscription } from './events';
import { mine } from './own-endpoint';

/** How an endpoint fares; `failing` is one at which the last attempt failed. */
export type Health = 'working' | 'failing' | 'disabled' | 'given_up';

const rowsOf = (where: SQL | undefined) =>
  db
    .select({ endpoint: webhookEndpoints, maker: makerName })
    .from(webhookEndpoints)
    .leftJoin(users, eq(users.id, webhookEndpoints.createdBy))
    .leftJoin(apiClients, eq(apiClients.id, webhookEndpoints.clientId))
    .where(where)
    .orderBy(desc(webhookEndpoints.createdAt), desc(webhookEndpoints.id));

async function endpointsOf(actor: TenantActor, endpointId?: string) {
  if (!mayHaveApi(actor.tenant)) throw new AppError('not_found');
  return rowsOf(and(mine(actor), endpointId === undefined ? undefined : eq(webhookEndpoints.id, endpointId)));
}

/** Written out field by field: a sealed secret is nobody's to read. */
function shown({ endpoint, maker }: Awaited<ReturnType<typeof rowsOf>>[number]) {
  const { id, url, events, createdAt, failingSince, disabledAt, disabledWhy, oldUntil } = endpoint;
  const health: Health = disabledAt
    ? disabledWhy === 'failing'
      ? 'given_up'
      : 'disabled'
    : failingSince
      ? 'failing'
      : 'working';
  return {
    id,
    url,
    events: events as Subscription[],
    createdAt,
    createdBy: maker,
    health,
    failingSince,
    disabledAt,
    /** Until when the secret before this one signs along; null when none does. */
    oldSecretUntil: oldUntil && oldUntil > now() ? oldUntil : null,
  };
}

export type Endpoint = ReturnType<typeof shown>;

/**
 * How the endpoints of an organization fare, newest first, for gates that say whose it may be. Of a URL only the host: the
 * rest may hold what nobody else should read.
 */
export async function endpointHealthOf(tenantId: string) {
  const rows = await rowsOf(and(eq(webhookEndpoints.tenantId, tenantId), isNull(webhookEndpoints.removedAt)));
  return rows.map(shown).map(({ url, ...endpoint }) => ({ ...endpoint, host: new URL(url).host }));
}

/** The endpoints of the actor's organization, newest first. For indirect resellers `not_found`. */
export const listEndpoints = query({
  allow: 'webhooks:read',
  input: z.object({}),
  async run(actor): Promise<Endpoint[]> {
    return (await endpointsOf(requireTenant(actor))).map(shown);
  },
});

/** One endpoint of the actor's organization; otherwise `not_found`. */
export const readEndpoint = query({
  allow: 'webhooks:read',
  input: z.object({ endpointId: z.uuid() }),
  async run(actor, { endpointId }): Promise<Endpoint> {
    const [found] = await endpointsOf(requireTenant(actor), endpointId);
    if (!found) throw new AppError('not_found');
    return shown(found);
  },
});
