import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploadSegments, uploads } from '@/db/schema';
import { command } from '@/lib/command';
import { closeVanished } from '@/lib/conflicts/close-vanished';
import { lockDevices } from './lock-devices';
import { removeFirst } from './remove-devices';
import { nothingRegistered, stopCodes, stoppedAt } from './stop-reasons';

/**
 * Takes back what an all-or-nothing upload had registered before a row was refused that had passed its check: another
 * partner was quicker, or consent ended. Some devices a call; with none left the upload starts over, only telling rows why.
 */
export const withdrawRows = command({
  allow: 'uploads:process',
  input: z.object({ uploadId: z.uuid(), rejected: z.int().nonnegative(), stopped: z.enum(stopCodes).nullable() }),
  audit: 'devices.withdrawn',
  async run({ about, also }, { uploadId, rejected, stopped }) {
    await lockDevices();
    const running = and(eq(uploads.id, uploadId), eq(uploads.state, 'running'), eq(uploads.mode, 'all_or_nothing'));
    const [upload] = await db.select().from(uploads).where(running);
    if (!upload) return { ok: false, reason: 'ended' } as const;
    const { removed, over } = await removeFirst(upload.number);
    if (over) await db.delete(uploadSegments).where(eq(uploadSegments.uploadId, uploadId));
    const reason = stopped ? stoppedAt(1, stopped) : nothingRegistered(rejected);
    await db
      .update(uploads)
      .set({
        ...(upload.failureCode ? {} : reason),
        // Until none is left the counts stay, and say that there is something to take back.
        ...(over ? { doneRows: 0, registered: 0, unchanged: 0, rejected: 0 } : {}),
      })
      .where(running);
    const { customerId, partnerId } = upload;
    if (removed > 0) await closeVanished(customerId, also);
    about({ subjectId: uploadId, customerId, partnerId, detail: { withdrawn: removed } });
    return { ok: true, over } as const;
  },
});
