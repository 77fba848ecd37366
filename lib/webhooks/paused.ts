import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { apiClients, tenants, webhookDeliveries, webhookEndpoints } from '@/db/schema';
import { now } from '@/lib/clock';
import { enqueueAttempt } from './start-deliveries';

interface Owned {
  tenantId: string;
  clientId: string | null;
}

/**
 * Whether an endpoint's partner, or the client that made it, is suspended, and until the open transaction ends: a
 * reinstatement waits for it, and then finds what was laid aside.
 */
export async function holdSuspended({ tenantId, clientId }: Owned): Promise<boolean> {
  const [tenant] = await db
    .update(tenants)
    .set({ suspendedAt: sql`${tenants.suspendedAt}` })
    .where(and(eq(tenants.id, tenantId), isNotNull(tenants.suspendedAt)))
    .returning({ id: tenants.id });
  if (tenant || !clientId) return tenant !== undefined;
  const [client] = await db
    .update(apiClients)
    .set({ suspendedAt: sql`${apiClients.suspendedAt}` })
    .where(and(eq(apiClients.id, clientId), isNotNull(apiClients.suspendedAt)))
    .returning({ id: apiClients.id });
  return client !== undefined;
}

/** Sends on its way what waited for the end of a suspension, in the transaction of that end. */
export async function resumePaused({ tenantId, clientId }: Owned): Promise<void> {
  const endpoints = db
    .select({ id: webhookEndpoints.id })
    .from(webhookEndpoints)
    .where(ownedBy({ tenantId, clientId }));
  const resumed = await db
    .update(webhookDeliveries)
    .set({ nextAt: now() })
    .where(
      and(
        inArray(webhookDeliveries.endpointId, endpoints),
        eq(webhookDeliveries.state, 'waiting'),
        isNull(webhookDeliveries.nextAt),
      ),
    )
    .returning({
      deliveryId: webhookDeliveries.id,
      round: webhookDeliveries.round,
      attempts: webhookDeliveries.attempts,
    });
  for (const attempt of resumed) await enqueueAttempt(attempt);
}

/** Of a whole partner, or of one client. What is still suspended for the other reason is laid aside again. */
const ownedBy = ({ tenantId, clientId }: Owned): SQL | undefined =>
  and(eq(webhookEndpoints.tenantId, tenantId), clientId ? eq(webhookEndpoints.clientId, clientId) : undefined);
