import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { findCustomer } from './find-customer';
import { endedStates } from './upload-state';

/**
 * Takes back what an upload that has ended registered: a job deregisters exactly those of its devices that nobody registered
 * again since. Outcomes: `already_undone`, `not_ended`, `nothing_registered`, and `no_consent` when the customer's consent
 * has ended. Another organization's upload is `not_found`.
 */
export const undoUpload = command({
  allow: 'devices:register',
  input: z.object({ uploadId: z.uuid() }),
  audit: 'upload.undone',
  async run({ actor, about }, { uploadId }) {
    const person = requireUser(actor);
    const mine = and(eq(uploads.id, uploadId), eq(uploads.partnerId, person.tenant.id));
    const [upload] = await db.select().from(uploads).where(mine);
    if (!upload || upload.state === 'receiving') throw new AppError('not_found');
    if (!(await findCustomer(person.tenant, upload.customerId))) return { ok: false, reason: 'no_consent' } as const;
    const [undone] = await db
      .update(uploads)
      .set({ state: 'undone', undoneAt: now(), undoneBy: person.id, deregistered: 0 })
      .where(and(mine, inArray(uploads.state, [...endedStates]), isNull(uploads.undoneAt), gt(uploads.registered, 0)))
      .returning();
    if (!undone) {
      // Read again: the one read before may be from before somebody else's undoing.
      const [current] = await db.select({ undoneAt: uploads.undoneAt }).from(uploads).where(mine);
      if (current?.undoneAt) return { ok: false, reason: 'already_undone' } as const;
      return { ok: false, reason: upload.registered > 0 ? 'not_ended' : 'nothing_registered' } as const;
    }
    await enqueue('upload.undo', { uploadId });
    const { customerId, partnerId, registered } = undone;
    about({ subjectId: uploadId, customerId, partnerId, detail: { registered } });
    return { ok: true } as const;
  },
});
