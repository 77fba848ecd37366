import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { webhookEndpoints } from '@/db/schema';
import type { TenantActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { AppError } from '@/lib/errors';

/** The endpoints of the actor's organization that were not removed; of an API client the one that it made itself. */
export const mine = (actor: TenantActor): SQL | undefined =>
  and(
    eq(webhookEndpoints.tenantId, actor.tenant.id),
    isNull(webhookEndpoints.removedAt),
    actor.type === 'client' ? eq(webhookEndpoints.clientId, actor.id) : undefined,
  );

/**
 * The actor's endpoint, held until the transaction ends so that two changes take turns. Throws `not_found` for one that was
 * removed, somebody else's and none alike.
 */
export async function holdOwnEndpoint(actor: TenantActor, endpointId: string) {
  const [endpoint] = await db
    .update(webhookEndpoints)
    .set({ url: sql`${webhookEndpoints.url}` })
    .where(and(eq(webhookEndpoints.id, endpointId), mine(actor)))
    .returning();
  if (!endpoint) throw new AppError('not_found');
  return endpoint;
}

/** Takes away the endpoint of an API client that is no more. */
export async function removeEndpointOf(clientId: string): Promise<void> {
  const theirs = and(eq(webhookEndpoints.clientId, clientId), isNull(webhookEndpoints.removedAt));
  await db.update(webhookEndpoints).set({ removedAt: now() }).where(theirs);
}

/** What the activity log says of an endpoint; the rest of its URL may hold what nobody else should read. */
export const endpointSubject = ({ id, tenantId, url }: typeof webhookEndpoints.$inferSelect, detail: object = {}) => ({
  subjectId: id,
  partnerId: tenantId,
  detail: { host: new URL(url).host, ...detail },
});
