import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, type uploads } from '@/db/schema';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { tellSurface } from '@/lib/support/tell-surface';
import { emitUpload } from './emit-upload';

/** Tells whoever uploaded the file how it ended, and the partner's programs, in the transaction of that end. */
export async function tellUploader(upload: typeof uploads.$inferSelect): Promise<void> {
  if (await tellSurface(upload)) return;
  const { id, customerId, createdBy, batchName, state, registered, unchanged, rejected } = upload;
  await emitUpload(upload);
  // An API client asks; there is nobody to tell.
  if (!createdBy) return;
  if (state !== 'finished' && state !== 'finished_with_errors' && state !== 'failed') return;
  const [customer] = await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, customerId));
  await notify({
    kind: 'upload_finished',
    to: { userIds: [createdBy] },
    params: { batch: batchName, customer: customer?.name ?? '', state, registered, unchanged, rejected },
    path: paths.upload(id),
  });
}
