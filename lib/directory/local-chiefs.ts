import { and, eq, isNull, ne } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import type { Organization } from '@/lib/auth/actor';
import { noPassword } from '@/lib/auth/password';
import { chiefRole } from '@/lib/people/role-choices';

/** How many answer for the organization and can sign in without its directory. */
export async function countLocalChiefs({ id, kind }: Organization): Promise<number> {
  const people = await db
    .select({ roles: users.roles })
    .from(users)
    .where(
      and(
        eq(users.tenantId, id),
        isNull(users.directoryOid),
        isNull(users.disabledAt),
        ne(users.passwordHash, noPassword),
      ),
    );
  return people.filter(({ roles }) => roles.includes(chiefRole(kind))).length;
}
