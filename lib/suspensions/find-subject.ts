import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { apiClients, suspensions, tenants, users } from '@/db/schema';
import { AppError } from '@/lib/errors';

/** What a suspension is about. */
export interface SuspensionSubject {
  tenantId: string;
  /** Null for the whole organization. */
  clientId: string | null;
}

/** The organization and, where one is meant, its API client, each by name. Throws `not_found` for what does not go together. */
export async function findSubject({ tenantId, clientId }: SuspensionSubject) {
  const [tenant] = await db.select().from(tenants).where(eq(tenants.id, tenantId));
  if (!tenant) throw new AppError('not_found');
  if (!clientId) return { tenant, client: null };
  const [client] = await db
    .select()
    .from(apiClients)
    .where(and(eq(apiClients.id, clientId), eq(apiClients.tenantId, tenantId)));
  if (!client) throw new AppError('not_found');
  return { tenant, client: { ...client, name: client.name ?? client.clientId } };
}

export type FoundSubject = Awaited<ReturnType<typeof findSubject>>;

/** What people call it: the organization's name, or that of its API client and whose it is. */
export const subjectName = ({ tenant, client }: FoundSubject): string =>
  client ? `the API client ${client.name} of ${tenant.name}` : tenant.name;

/** Why a step could not be taken, once its update found nothing to change. Throws `not_found`. */
export async function whyNotNow(suspensionId: string) {
  const [found] = await db
    .select({ state: suspensions.state, proposer: users.name })
    .from(suspensions)
    .innerJoin(users, eq(users.id, suspensions.proposedBy))
    .where(eq(suspensions.id, suspensionId));
  if (!found) throw new AppError('not_found');
  return found;
}
