import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, uploads, users } from '@/db/schema';
import { toActor } from '@/lib/auth/load-session';
import { allows } from '@/lib/auth/policy';
import type { ReachingPartner } from '@/lib/partners/reach';

/** An upload as the job sees it, with the partner it works for. */
export type FoundUpload = typeof uploads.$inferSelect & {
  partner: ReachingPartner;
  /** Whether who sent the file still has an account and a role that registers devices; being signed in is not needed. */
  senderMayRegister: boolean;
};

export async function findUpload(id: string): Promise<FoundUpload | null> {
  const [found] = await db
    .select({ upload: uploads, tenant: tenants, sender: users })
    .from(uploads)
    .innerJoin(tenants, eq(tenants.id, uploads.partnerId))
    .innerJoin(users, eq(users.id, uploads.createdBy))
    .where(eq(uploads.id, id));
  if (!found) return null;
  const { upload, tenant, sender } = found;
  const senderMayRegister = !sender.disabledAt && allows(toActor(sender, tenant, ''), 'devices:register');
  return { ...upload, partner: { id: tenant.id, partnerType: tenant.partnerType }, senderMayRegister };
}
