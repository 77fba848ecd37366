import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { command } from '@/lib/command';

/** Removes a file that never came to its end, with its parts. What was received whole stays. */
export const dropUpload = command({
  allow: 'uploads:process',
  input: z.object({ uploadId: z.uuid() }),
  audit: 'upload.dropped',
  async run({ about }, { uploadId }) {
    const [dropped] = await db
      .delete(uploads)
      .where(and(eq(uploads.id, uploadId), eq(uploads.state, 'receiving')))
      .returning({ customerId: uploads.customerId, partnerId: uploads.partnerId });
    if (!dropped) return { ok: false, reason: 'nothing_to_drop' } as const;
    about({ subjectId: uploadId, ...dropped });
    return { ok: true } as const;
  },
});
