import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';

/** Takes up a received upload: an all-or-nothing one is checked as a whole first, any other begins to register. */
export const startUpload = command({
  allow: 'uploads:process',
  input: z.object({ uploadId: z.uuid() }),
  audit: 'upload.started',
  async run({ about }, { uploadId }) {
    const [upload] = await db.select().from(uploads).where(eq(uploads.id, uploadId));
    if (upload?.state !== 'received') return { ok: false, reason: 'not_waiting' } as const;
    const started = await db
      .update(uploads)
      .set({ state: upload.mode === 'all_or_nothing' ? 'checking' : 'running', startedAt: now() })
      .where(and(eq(uploads.id, uploadId), eq(uploads.state, 'received')))
      .returning({ id: uploads.id });
    if (started.length === 0) return { ok: false, reason: 'not_waiting' } as const;
    about({ subjectId: uploadId, customerId: upload.customerId, partnerId: upload.partnerId });
    return { ok: true } as const;
  },
});
