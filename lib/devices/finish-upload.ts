import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { tellUploader } from './tell-uploader';

/** Ends an upload whose last row was told its result; `rows` is how many there were. */
export const finishUpload = command({
  allow: 'uploads:process',
  input: z.object({ uploadId: z.uuid(), rows: z.int().nonnegative() }),
  audit: 'upload.finished',
  async run({ about }, { uploadId, rows }) {
    const complete = and(eq(uploads.id, uploadId), eq(uploads.state, 'running'), eq(uploads.doneRows, rows));
    const [upload] = await db.select().from(uploads).where(complete);
    if (!upload) return { ok: false, reason: 'not_complete' } as const;
    const { customerId, partnerId, registered, unchanged, rejected } = upload;
    const [finished] = await db
      .update(uploads)
      .set({ state: rejected > 0 ? 'finished_with_errors' : 'finished', total: rows, finishedAt: now() })
      .where(complete)
      .returning();
    if (!finished) return { ok: false, reason: 'not_complete' } as const;
    await tellUploader(finished);
    about({ subjectId: uploadId, customerId, partnerId, detail: { registered, unchanged, rejected } });
    return { ok: true } as const;
  },
});
