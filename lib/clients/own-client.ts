import { and, eq, isNull, sql } from 'drizzle-orm';
import { db } from '@/db';
import { apiClients } from '@/db/schema';
import type { Organization } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';

/**
 * The organization's client that is not revoked, held until the transaction ends so that two changes take turns. Throws
 * `not_found` for a revoked one, somebody else's and none alike.
 */
export async function holdOwnClient(tenant: Organization, clientId: string) {
  const [client] = await db
    .update(apiClients)
    .set({ clientId: sql`${apiClients.clientId}` })
    .where(and(eq(apiClients.id, clientId), eq(apiClients.tenantId, tenant.id), isNull(apiClients.revokedAt)))
    .returning();
  if (!client) throw new AppError('not_found');
  return { ...client, name: client.name ?? client.clientId };
}
