import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { toActor } from '@/lib/auth/load-session';
import type { Asked } from './asked';
import { judgePerson } from './judge';

export interface Administrator {
  id: string;
  name: string;
}

/** The colleagues of a person who could answer, by name; their addresses are nobody's business here. */
export async function findAdministrators({ judged }: Asked, person: UserActor): Promise<Administrator[]> {
  const colleagues = await db
    .select({ user: users, tenant: tenants })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(and(eq(users.tenantId, person.tenant.id), isNull(users.disabledAt), ne(users.id, person.id)))
    .orderBy(asc(users.name), asc(users.id));
  return colleagues
    .filter(({ user, tenant }) => judgePerson(judged, toActor(user, tenant, '')) === 'ready')
    .map(({ user }) => ({ id: user.id, name: user.name }));
}
