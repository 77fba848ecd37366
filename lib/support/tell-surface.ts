import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { surfaceRegistrations, tenants, type uploads } from '@/db/schema';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { nameOf } from './find-removal';

/**
 * Tells how the upload ended that a customer's Surface devices became: the customer's administrators what was registered, and
 * who of support did it. False for every other upload.
 */
export async function tellSurface(upload: typeof uploads.$inferSelect): Promise<boolean> {
  const [surface] = await db
    .select({ id: surfaceRegistrations.id, customer: tenants.name })
    .from(surfaceRegistrations)
    .innerJoin(tenants, eq(tenants.id, surfaceRegistrations.customerId))
    .where(eq(surfaceRegistrations.uploadId, upload.id));
  if (!surface) return false;
  const { customerId, partnerId, createdBy, registered, unchanged, rejected } = upload;
  if (registered > 0) {
    await notify({
      kind: 'surface_registered',
      to: { tenantId: customerId },
      params: { operator: await nameOf(partnerId), devices: registered },
      path: paths.ownDevices(),
    });
  }
  if (createdBy) {
    await notify({
      kind: 'surface_finished',
      to: { userIds: [createdBy] },
      params: { customer: surface.customer, registered, unchanged, rejected },
      path: paths.surfaceRegistration(surface.id),
    });
  }
  return true;
}
