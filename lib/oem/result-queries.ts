import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploadSegments, uploads } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { unpackResults } from '@/lib/devices/row-results';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { type DeviceResult, resultOf, stopped } from './device-result';

/** What each device of a submission of the actor's organization was told, in their order. Another's is `not_found`. */
export const readSubmission = query({
  allow: 'oem_devices:register',
  input: z.object({ uploadId: z.uuid() }),
  async run(actor, { uploadId }): Promise<DeviceResult[]> {
    const mine = and(eq(uploads.id, uploadId), eq(uploads.partnerId, requireTenant(actor).tenant.id));
    const [upload] = await db.select({ total: uploads.total }).from(uploads).where(mine);
    if (!upload) throw new AppError('not_found');
    const segments = await db
      .select({ results: uploadSegments.results })
      .from(uploadSegments)
      .where(eq(uploadSegments.uploadId, uploadId))
      .orderBy(asc(uploadSegments.firstRow));
    const told = segments
      .flatMap(({ results }) => unpackResults(results))
      .map(({ status, ...each }) => resultOf(status, each));
    return Array.from({ length: upload.total }, (_, at) => told[at] ?? stopped);
  },
});
