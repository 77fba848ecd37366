import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { tenants } from '@/db/schema';
import type { NotificationParams } from '@/lib/notifications/kinds';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';

const pathOf = {
  partner_application_waiting: paths.partnerApplication,
  name_change_asked: paths.nameChange,
} as const;

type Told = keyof typeof pathOf;

/** Tells everybody of support that something waits for them; `id` is that of what waits. */
export async function tellSupport<Kind extends Told>(
  kind: Kind,
  params: NotificationParams[Kind],
  id: string,
): Promise<void> {
  const operators = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.kind, 'operator'));
  for (const { id: tenantId } of operators) await notify({ kind, to: { tenantId }, params, path: pathOf[kind](id) });
}
