import { and, desc, eq } from 'drizzle-orm';
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

function endpointsOf(actor: TenantActor, endpointId?: string) {
  if (!mayHaveApi(actor.tenant)) throw new AppError('not_found');
  return db
    .select({ endpoint: webhookEndpoints, maker: makerName })
    .from(webhookEndpoints)
    .leftJoin(users, eq(users.id, webhookEndpoints.createdBy))
    .leftJoin(apiClients, eq(apiClients.id, webhookEndpoints.clientId))
    .where(and(mine(actor), endpointId === undefined ? undefined : eq(webhookEndpoints.id, endpointId)))
    .orderBy(desc(webhookEndpoints.createdAt), desc(webhookEndpoints.id));
}

/** Written out field by field: a sealed secret is nobody's to read. */
function shown({ endpoint, maker }: Awaited<ReturnType<typeof endpointsOf>>[number]) {
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
