import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { conflicts } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { holdReach } from '@/lib/partners/hold-reach';
import { answerable, type Conflict } from './sides';

/**
 * A conflict that the person may answer, and for which of the holder's two sides. A partner's reach is held until the open
 * transaction ends. Throws `not_found`.
 */
export async function findAnswerable(
  person: UserActor,
  conflictId: string,
): Promise<{ conflict: Conflict; by: 'customer' | 'registrar' }> {
  const { tenant } = person;
  const [conflict] = await db
    .select()
    .from(conflicts)
    .where(and(eq(conflicts.id, conflictId), await answerable(person)));
  if (!conflict) throw new AppError('not_found');
  const by = conflict.holderCustomerId === tenant.id ? 'customer' : 'registrar';
  if (by === 'registrar' && !(await holdReach(tenant, conflict.holderCustomerId))) throw new AppError('not_found');
  return { conflict, by };
}
