import { and, asc, eq, exists, isNull, not } from 'drizzle-orm';
import { db } from '@/db';
import { signUps, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import type { Asked } from './asked';

/** The addresses of people who want the person's organization to answer and have no account there, oldest first. */
export async function findAsking({ id, standing }: Asked, { tenant }: UserActor): Promise<string[]> {
  const account = db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.tenantId, tenant.id), eq(users.email, signUps.email), isNull(users.removedAt)));
  const rows = await db
    .select({ email: signUps.email })
    .from(signUps)
    .where(
      and(
        eq(standing ? signUps.standingId : signUps.requestId, id),
        eq(signUps.tenantId, tenant.id),
        not(exists(account)),
      ),
    )
    .orderBy(asc(signUps.createdAt), asc(signUps.id));
  return [...new Set(rows.map(({ email }) => email))];
}
