import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { emitUpload } from './emit-upload';

/**
 * Stops an upload between two chunks; no row after that is registered. What it registered stays and can be undone, except
 * that an all-or-nothing upload takes it back by itself. Outcome `already_ended`; another organization's is `not_found`.
 */
export const cancelUpload = command({
  allow: 'devices:register',
  input: z.object({ uploadId: z.uuid() }),
  audit: 'upload.canceled',
  async run({ actor, about }, { uploadId }) {
    const person = requireUser(actor);
    const mine = and(eq(uploads.id, uploadId), eq(uploads.partnerId, person.tenant.id));
    const at = now();
    const [canceled] = await db
      .update(uploads)
      .set({ state: 'canceled', canceledBy: person.id, finishedAt: at })
      .where(and(mine, inArray(uploads.state, ['received', 'checking', 'queued', 'running'])))
      .returning();
    if (!canceled) {
      const [found] = await db.select({ state: uploads.state }).from(uploads).where(mine);
      if (!found || found.state === 'receiving') throw new AppError('not_found');
      return { ok: false, reason: 'already_ended' } as const;
    }
    const { customerId, partnerId, mode, registered, doneRows } = canceled;
    const undoneAt = mode === 'all_or_nothing' && registered > 0 ? at : null;
    if (undoneAt) {
      await db.update(uploads).set({ undoneAt, undoneBy: person.id, deregistered: 0 }).where(mine);
      await enqueue('upload.undo', { uploadId });
    }
    await emitUpload({ ...canceled, undoneAt });
    about({ subjectId: uploadId, customerId, partnerId, detail: { registered, doneRows } });
    return { ok: true } as const;
  },
});
