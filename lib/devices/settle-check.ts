import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { command } from '@/lib/command';
import { nothingRegistered } from './stop-reasons';

/** Ends the check of an all-or-nothing upload: with a rejected row nothing will be registered, and rows are only told why. */
export const settleCheck = command({
  allow: 'uploads:process',
  input: z.object({ uploadId: z.uuid(), rejected: z.int().nonnegative() }),
  audit: 'upload.checked',
  async run({ about }, { uploadId, rejected }) {
    const [settled] = await db
      .update(uploads)
      .set({ state: 'running', ...(rejected > 0 ? nothingRegistered(rejected) : {}) })
      .where(and(eq(uploads.id, uploadId), eq(uploads.state, 'checking')))
      .returning({ customerId: uploads.customerId, partnerId: uploads.partnerId });
    if (!settled) return { ok: false, reason: 'not_checking' } as const;
    about({ subjectId: uploadId, ...settled, detail: { rejected } });
    return { ok: true } as const;
  },
});
