import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { surfaceRegistrations } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { removalText } from '@/lib/consent/plain-text';
import { beginUndo } from '@/lib/devices/begin-undo';
import { AppError } from '@/lib/errors';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { nameOf } from './find-removal';

/**
 * Takes back what support registered for a customer, with a reason: a job deregisters those of its devices that are still its
 * own, and the customer is told. Outcomes `already_undone`, `not_ended` and `nothing_registered`.
 */
export const takeBackSurface = command({
  allow: 'surface:register',
  input: z.object({ id: z.uuid(), reason: removalText }),
  audit: 'surface.taken_back',
  async run({ actor, about }, { id, reason }) {
    const person = requireUser(actor);
    const [surface] = await db
      .update(surfaceRegistrations)
      .set({ takenBackFor: reason })
      .where(eq(surfaceRegistrations.id, id))
      .returning();
    if (!surface) throw new AppError('not_found');
    const undoing = await beginUndo(surface.uploadId, person);
    if (!undoing.ok) return undoing;
    const { customerId, partnerId, registered } = undoing.undone;
    await notify({
      kind: 'surface_taken_back',
      to: { tenantId: customerId },
      params: { operator: await nameOf(partnerId), devices: registered },
      path: paths.ownDevices(),
    });
    about({ subjectId: id, customerId, detail: { model: surface.model, devices: registered, reason } });
    return { ok: true } as const;
  },
});
