import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { nameChanges } from '@/db/schema';
import { now } from '@/lib/clock';
import { AppError } from '@/lib/errors';
import type { NotificationParams } from '@/lib/notifications/kinds';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';

interface Decision {
  state: 'approved' | 'refused';
  decidedBy: string;
  reason?: string;
}

/** Decides a wish that waits, in the open transaction: of any number at once one gets it, the others null. Throws `not_found`. */
export async function decideName(id: string, { state, decidedBy, reason }: Decision) {
  const [decided] = await db
    .update(nameChanges)
    .set({ state, decidedBy, reason: reason ?? null, decidedAt: now() })
    .where(and(eq(nameChanges.id, id), eq(nameChanges.state, 'waiting')))
    .returning();
  if (decided) return decided;
  const [found] = await db.select({ id: nameChanges.id }).from(nameChanges).where(eq(nameChanges.id, id));
  if (!found) throw new AppError('not_found');
  return null;
}

/** Tells a partner what became of the name it wanted: everybody whom it concerns, and by mail whoever asked. */
export const tellNameAnswer = (
  { tenantId, askedBy }: Pick<typeof nameChanges.$inferSelect, 'tenantId' | 'askedBy'>,
  params: NotificationParams['name_change_answered'],
): Promise<void> =>
  notify({
    kind: 'name_change_answered',
    to: { tenantId },
    params,
    path: paths.organization(paths.partner()),
    mailTo: askedBy,
  });
