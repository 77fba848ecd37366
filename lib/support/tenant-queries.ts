import { asc, count, eq, inArray, max } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { sessions, tenants, users } from '@/db/schema';
import type { Role } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';

/** People of an organization that support looks through at a time. */
const peopleAtMost = 100;

async function peopleOf(tenantId: string) {
  const theirs = eq(users.tenantId, tenantId);
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(users).where(theirs);
  const people = await db
    .select({ id: users.id, name: users.name, email: users.email, roles: users.roles, disabledAt: users.disabledAt })
    .from(users)
    .where(theirs)
    .orderBy(asc(users.email))
    .limit(peopleAtMost);
  const ids = people.map(({ id }) => id);
  const seen =
    ids.length === 0
      ? []
      : await db
          .select({ userId: sessions.userId, at: max(sessions.seenAt) })
          .from(sessions)
          .where(inArray(sessions.userId, ids))
          .groupBy(sessions.userId);
  const seenAt = new Map(seen.map(({ userId, at }) => [userId, at]));
  return {
    total,
    people: people.map(({ roles, ...person }) => ({
      ...person,
      roles: roles as Role[],
      /** When somebody last did something in a session of theirs; null for who never signed in. */
      seenAt: seenAt.get(person.id) ?? null,
    })),
  };
}

/** An organization and its people, by their addresses; `people` are the first hundred of `peopleTotal`. */
export const getTenant = query({
  allow: 'support:read',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id }) {
    const [tenant] = await db.select().from(tenants).where(eq(tenants.id, id));
    if (!tenant) throw new AppError('not_found');
    const { total, people } = await peopleOf(id);
    const { sortName: _sortName, ...facts } = tenant;
    return { ...facts, people, peopleTotal: total };
  },
});

export type TenantFile = Awaited<ReturnType<typeof getTenant>>;
