import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { type suspensions, tenants } from '@/db/schema';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';

/** Tells those of support who may confirm it that a suspension is proposed. */
export async function tellDeciders(suspensionId: string, person: string, subject: string): Promise<void> {
  const operators = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.kind, 'operator'));
  for (const { id: tenantId } of operators) {
    await notify({
      kind: 'suspension_proposed',
      to: { tenantId },
      params: { person, subject },
      path: paths.suspension(suspensionId),
    });
  }
}

/** Tells who proposed a suspension what became of it. */
export async function tellProposer(
  { id, proposedBy }: typeof suspensions.$inferSelect,
  params: { subject: string; answer: 'confirmed' | 'turned_down' },
): Promise<void> {
  await notify({
    kind: 'suspension_decided',
    to: { userIds: [proposedBy] },
    params,
    path: paths.suspension(id),
  });
}
