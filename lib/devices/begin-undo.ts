import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { now } from '@/lib/clock';
import { enqueue } from '@/lib/jobs/enqueue';
import { endedStates } from './upload-state';

/**
 * Has a job take back what an upload that has ended registered, once: by a conditional update in the open transaction. Refused
 * as `already_undone`, `not_ended` or `nothing_registered`.
 */
export async function beginUndo(uploadId: string, person: { id: string }) {
  const mine = eq(uploads.id, uploadId);
  const [undone] = await db
    .update(uploads)
    .set({ state: 'undone', undoneAt: now(), undoneBy: person.id, deregistered: 0 })
    .where(and(mine, inArray(uploads.state, [...endedStates]), isNull(uploads.undoneAt), gt(uploads.registered, 0)))
    .returning();
  if (undone) {
    await enqueue('upload.undo', { uploadId });
    return { ok: true, undone } as const;
  }
  const [current] = await db
    .select({ undoneAt: uploads.undoneAt, registered: uploads.registered })
    .from(uploads)
    .where(mine);
  if (current?.undoneAt) return { ok: false, reason: 'already_undone' } as const;
  return { ok: false, reason: current && current.registered > 0 ? 'not_ended' : 'nothing_registered' } as const;
}
