import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { devices, uploads } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { holdReach } from '@/lib/partners/hold-reach';
import { findUpload } from './find-upload';
import { lockDevices } from './lock-devices';
import { undoStopped } from './stop-reasons';

/** Devices deregistered in one transaction. */
const atOnce = 2000;

/**
 * Deregisters the next devices of an upload that is being undone: those that are still its own, after the device `after`.
 * Answers the last one, and `over` with the last of all. The end of consent stops it, like everything else.
 */
export const deregisterRows = command({
  allow: 'uploads:process',
  input: z.object({ uploadId: z.uuid(), after: z.uuid().nullable() }),
  audit: 'devices.deregistered',
  async run({ about }, { uploadId, after }) {
    await lockDevices();
    const upload = await findUpload(uploadId);
    const undoing = and(eq(uploads.id, uploadId), isNotNull(uploads.undoneAt), isNull(uploads.undoFinishedAt));
    if (!upload?.undoneAt || upload.undoFinishedAt) return { ok: false, reason: 'not_undoing' } as const;
    const { customerId, partnerId, partner } = upload;
    const revoked = !(await holdReach(partner, customerId));
    const some = revoked
      ? []
      : await db
          .select({ id: devices.id })
          .from(devices)
          .where(
            and(
              eq(devices.customerId, customerId),
              eq(devices.uploadId, uploadId),
              after ? gt(devices.id, after) : undefined,
            ),
          )
          .orderBy(asc(devices.id))
          .limit(atOnce);
    const ids = some.map(({ id }) => id);
    if (ids.length > 0) await db.delete(devices).where(inArray(devices.id, ids));
    const over = ids.length < atOnce;
    const taken = (upload.deregistered ?? 0) + ids.length;
    await db
      .update(uploads)
      .set({
        deregistered: sql`${uploads.deregistered} + ${ids.length}`,
        ...(over ? { undoFinishedAt: now() } : {}),
        ...(revoked ? undoStopped(upload.registered - taken) : {}),
      })
      .where(undoing);
    about({ subjectId: uploadId, customerId, partnerId, detail: { deregistered: ids.length } });
    return { ok: true, over, last: ids.at(-1) ?? null } as const;
  },
});
