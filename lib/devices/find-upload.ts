import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, uploads } from '@/db/schema';
import type { ReachingPartner } from '@/lib/partners/reach';

/** An upload as the job sees it, with the partner it works for. */
export type FoundUpload = typeof uploads.$inferSelect & { partner: ReachingPartner };

export async function findUpload(id: string): Promise<FoundUpload | null> {
  const [found] = await db
    .select({ upload: uploads, partner: { id: tenants.id, partnerType: tenants.partnerType } })
    .from(uploads)
    .innerJoin(tenants, eq(tenants.id, uploads.partnerId))
    .where(eq(uploads.id, id));
  return found ? { ...found.upload, partner: found.partner } : null;
}
