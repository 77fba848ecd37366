import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { removalRequests, tenants, users } from '@/db/schema';
import { AppError } from '@/lib/errors';
import { isOpen } from './removal-state';

export async function nameOf(tenantId: string): Promise<string> {
  const [tenant] = await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId));
  if (!tenant) throw new Error('a removal request without its organizations');
  return tenant.name;
}

/**
 * Why one of support could not do something with a request, once their update found nothing to change: it was answered or
 * withdrawn, a colleague holds it, or nobody has taken it up. Throws `not_found`.
 */
export async function whyNot(removalId: string) {
  const [row] = await db
    .select({ state: removalRequests.state, assignee: users.name })
    .from(removalRequests)
    .leftJoin(users, eq(users.id, removalRequests.assigneeId))
    .where(eq(removalRequests.id, removalId));
  if (!row) throw new AppError('not_found');
  if (!isOpen(row.state)) return { ok: false, reason: 'closed' } as const;
  if (row.state === 'in_review') return { ok: false, reason: 'taken', by: row.assignee ?? 'a colleague' } as const;
  return { ok: false, reason: 'not_taken' } as const;
}
