import { eq, sql } from 'drizzle-orm';
import { db } from '@/db';
import { surfaceRegistrations } from '@/db/schema';

/**
 * Whether an upload was made because the customer itself asked support for it, held until the open transaction ends. Only
 * `registerSurface` writes such a row, together with its upload.
 */
export async function holdSurface(uploadId: string): Promise<boolean> {
  const held = await db
    .update(surfaceRegistrations)
    .set({ model: sql`${surfaceRegistrations.model}` })
    .where(eq(surfaceRegistrations.uploadId, uploadId))
    .returning({ id: surfaceRegistrations.id });
  return held.length > 0;
}
