import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { beginUndo } from './begin-undo';
import { findCustomer } from './find-customer';

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
    const undoing = await beginUndo(uploadId, person);
    if (!undoing.ok) return undoing;
    const { customerId, partnerId, registered } = undoing.undone;
    about({ subjectId: uploadId, customerId, partnerId, detail: { registered } });
    return { ok: true } as const;
  },
});
