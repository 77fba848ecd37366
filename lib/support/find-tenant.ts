import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { tenants } from '@/db/schema';
import { AppError } from '@/lib/errors';

/** Any organization, for support. Throws `not_found`. */
export async function findTenant(id: string) {
  const [tenant] = await db
    .select({ id: tenants.id, name: tenants.name, kind: tenants.kind, partnerType: tenants.partnerType })
    .from(tenants)
    .where(eq(tenants.id, id));
  if (!tenant) throw new AppError('not_found');
  return tenant;
}
