import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db';
import { requestForwards, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';

/** Who of the person's own organization forwarded a request or standing link to the administrators, oldest first. */
export async function findForwards(subjectId: string, { tenant }: UserActor) {
  return db
    .select({ userId: users.id, by: users.name, note: requestForwards.note, at: requestForwards.createdAt })
    .from(requestForwards)
    .innerJoin(users, eq(users.id, requestForwards.userId))
    .where(and(eq(requestForwards.subjectId, subjectId), eq(requestForwards.tenantId, tenant.id)))
    .orderBy(asc(requestForwards.createdAt), asc(requestForwards.id));
}
