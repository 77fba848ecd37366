import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { closeVanished } from '@/lib/conflicts/close-vanished';
import { whyOutOfReach } from '@/lib/partners/hold-reach';
import { emit } from '@/lib/webhooks/emit';
import { repairedRows } from './device-repairs';
import { findUpload } from './find-upload';
import { holdGrounds } from './hold-grounds';
import { lockDevices } from './lock-devices';
import { removeFirst } from './remove-devices';
import { undoStopped } from './stop-reasons';

/**
 * Deregisters the next devices of an upload that is being undone: those that are still its own. One that was
 * repaired since stays: it is hardware that the upload never named. Answers `over` with the last of them. The end of consent and a suspension stop it, like everything else.
 */
export const deregisterRows = command({
  allow: 'uploads:process',
  input: z.object({ uploadId: z.uuid() }),
  audit: 'devices.deregistered',
  async run({ about, also }, { uploadId }) {
    await lockDevices();
    const upload = await findUpload(uploadId);
    const undoing = and(eq(uploads.id, uploadId), isNotNull(uploads.undoneAt), isNull(uploads.undoFinishedAt));
    if (!upload?.undoneAt || upload.undoFinishedAt) return { ok: false, reason: 'not_undoing' } as const;
    const { customerId, partnerId, partner } = upload;
    const stopped = (await holdGrounds(upload)) ? null : await whyOutOfReach(partner, customerId);
    const { removed, over } = stopped
      ? { removed: 0, over: true }
      : await removeFirst(upload.number, await repairedRows(uploadId));
    const taken = (upload.deregistered ?? 0) + removed;
    await db
      .update(uploads)
      .set({
        deregistered: sql`${uploads.deregistered} + ${removed}`,
        ...(over ? { undoFinishedAt: now() } : {}),
        ...(stopped ? undoStopped(upload.registered - taken, stopped) : {}),
      })
      .where(undoing);
    if (removed > 0) await closeVanished(customerId, also);
    // What a canceled upload takes back by itself was never told as registered.
    if (over && taken > 0 && upload.state === 'undone') {
      await emit(partnerId, 'devices.deregistered', { customerId, count: taken, uploadId });
    }
    about({ subjectId: uploadId, customerId, partnerId, detail: { deregistered: removed } });
    return { ok: true, over } as const;
  },
});
