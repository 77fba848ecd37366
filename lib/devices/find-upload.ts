import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { apiClients, tenants, uploads, users } from '@/db/schema';
import { toClient } from '@/lib/auth/load-client';
import { toActor } from '@/lib/auth/load-session';
import { allows } from '@/lib/auth/policy';
import type { ReachingPartner } from '@/lib/partners/reach';

/** An upload as the job sees it, with the partner it works for. */
export type FoundUpload = typeof uploads.$inferSelect & {
  partner: ReachingPartner;
  /** Whether it is the operator's own: support registers what a customer asked it to. */
  operators: boolean;
  /** Whether who sent it still has an account and a role, or a client's scope, that registers devices; being signed in is not needed. */
  senderMayRegister: boolean;
  /** Whether the API client that sent it is suspended; of its organization, its reach says so. */
  senderSuspended: boolean;
};

/** What lets somebody register devices: partners, manufacturers and the operator's support each have their own. */
const registering = ['devices:register', 'oem_devices:register', 'surface:register'] as const;

export async function findUpload(id: string): Promise<FoundUpload | null> {
  const [found] = await db
    .select({ upload: uploads, tenant: tenants, sender: users, client: apiClients })
    .from(uploads)
    .innerJoin(tenants, eq(tenants.id, uploads.partnerId))
    .leftJoin(users, eq(users.id, uploads.createdBy))
    .leftJoin(apiClients, eq(apiClients.id, uploads.clientId))
    .where(eq(uploads.id, id));
  if (!found) return null;
  const { upload, tenant, sender: user, client } = found;
  const person = user && !user.disabledAt ? toActor(user, tenant, '') : null;
  const program = client && !client.revokedAt ? toClient(client, tenant) : null;
  const sender = person ?? program;
  const senderMayRegister = registering.some((permission) => allows(sender, permission));
  const senderSuspended = client?.suspendedAt != null;
  const partner = { id: tenant.id, partnerType: tenant.partnerType };
  return { ...upload, partner, operators: tenant.kind === 'operator', senderMayRegister, senderSuspended };
}
