import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { conflicts, tenants } from '@/db/schema';
import { now } from '@/lib/clock';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { deviceLabel } from './names';
import type { Conflict } from './sides';
import { statesBefore } from './state';
import { tellAsker, tellHolder } from './tell-sides';

type Refusal = Pick<Conflict, 'refusal' | 'refusedBy' | 'refusedClientId'>;

/** Hands a conflict over to support, by one conditional update; null when that cannot happen any more. Tells all three. */
export async function escalate(conflictId: string, refused: Refusal | null, due?: SQL): Promise<Conflict | null> {
  const why = refused ? 'refused' : 'unanswered';
  const [escalated] = await db
    .update(conflicts)
    .set({ state: 'escalated', escalatedAt: now(), escalatedWhy: why, ...refused })
    .where(
      and(eq(conflicts.id, conflictId), due, inArray(conflicts.state, statesBefore(refused ? 'refuse' : 'expire'))),
    )
    .returning();
  if (!escalated) return null;
  await tellSupport(escalated, why);
  await tellAsker(escalated, 'escalated');
  await tellHolder(escalated, { outcome: 'escalated' });
  return escalated;
}

async function tellSupport(conflict: Conflict, why: 'refused' | 'unanswered'): Promise<void> {
  const { id, askerPartnerId, holderCustomerId } = conflict;
  const sides = await db
    .select({ id: tenants.id, name: tenants.name })
    .from(tenants)
    .where(inArray(tenants.id, [askerPartnerId, holderCustomerId]));
  const nameOf = (tenantId: string) => sides.find((side) => side.id === tenantId)?.name ?? '';
  const params = {
    device: deviceLabel(conflict.registered),
    asker: nameOf(askerPartnerId),
    holder: nameOf(holderCustomerId),
    why,
  };
  const operators = await db.select({ tenantId: tenants.id }).from(tenants).where(eq(tenants.kind, 'operator'));
  for (const to of operators) {
    await notify({ kind: 'conflict_escalated', to, params, path: paths.supportConflict(id) });
  }
}
