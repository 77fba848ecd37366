import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { conflicts } from '@/db/schema';
import type { TenantActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { holdReach } from '@/lib/partners/hold-reach';
import { answerable, type Conflict } from './sides';

/**
 * A conflict that the actor may answer, and for which of the holder's two sides. A partner's reach is held until the open
 * transaction ends. Throws `not_found`.
 */
export async function findAnswerable(
  actor: TenantActor,
  conflictId: string,
): Promise<{ conflict: Conflict; by: 'customer' | 'registrar' }> {
  const { tenant } = actor;
  const [conflict] = await db
    .select()
    .from(conflicts)
    .where(and(eq(conflicts.id, conflictId), await answerable(actor)));
  if (!conflict) throw new AppError('not_found');
  // A program answers for devices that its partner registered, also where the partner has them itself.
  const by = actor.type === 'user' && conflict.holderCustomerId === tenant.id ? 'customer' : 'registrar';
  if (by === 'registrar' && !(await holdReach(tenant, conflict.holderCustomerId))) throw new AppError('not_found');
  return { conflict, by };
}
