import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { tellUploader } from './tell-uploader';

/** Gives an upload up for good, with a reason. What it registered so far stays. */
export const failUpload = command({
  allow: 'uploads:process',
  input: z.object({ uploadId: z.uuid(), failureCode: z.string(), failureMessage: z.string() }),
  audit: 'upload.failed',
  async run({ about }, { uploadId, failureCode, failureMessage }) {
    const [failed] = await db
      .update(uploads)
      .set({ state: 'failed', failureCode, failureMessage, finishedAt: now() })
      .where(and(eq(uploads.id, uploadId), inArray(uploads.state, ['received', 'checking', 'running'])))
      .returning();
    if (!failed) return { ok: false, reason: 'ended' } as const;
    await tellUploader(failed);
    const { customerId, partnerId } = failed;
    about({ subjectId: uploadId, customerId, partnerId, detail: { failureCode } });
    return { ok: true } as const;
  },
});
