import { and, asc, count, eq, gt, inArray, isNull, max, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { promotions, sessions, users } from '@/db/schema';
import { type Role, requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { findFactors } from '@/lib/factors/find-factors';
import { hasFactor } from '@/lib/factors/owed';
import { query } from '@/lib/query';
import { findMember } from './find-member';
import { isChief, mayChange } from './may-manage';
import { otherChiefs } from './other-chiefs';
import { peopleListInput } from './people-search';

export const peoplePerPage = 25;

const proposers = alias(users, 'proposers');

/** When each of these people last used the portal; whoever never did is not in it. */
async function lastSeen(ids: string[]): Promise<Map<string, Date | null>> {
  if (ids.length === 0) return new Map();
  const seen = await db
    .select({ id: sessions.userId, at: max(sessions.seenAt) })
    .from(sessions)
    .where(inArray(sessions.userId, ids))
    .groupBy(sessions.userId);
  return new Map(seen.map(({ id, at }) => [id, at]));
}

const shown = ({ id, name, email, roles, disabledAt, createdAt }: typeof users.$inferSelect) => ({
  id,
  name,
  email,
  roles: roles as Role[],
  disabledAt,
  createdAt,
});

/** One page of the people of the actor's organization, by address. */
export const listPeople = query({
  allow: 'members:manage',
  input: peopleListInput,
  async run(actor, { q, page: asked }) {
    const { tenant } = requireUser(actor);
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const where = and(
      eq(users.tenantId, tenant.id),
      isNull(users.removedAt),
      q ? sql`${users.email} like ${pattern} escape '\\'` : undefined,
    );
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(users).where(where);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / peoplePerPage)));
    const rows = await db
      .select()
      .from(users)
      .where(where)
      .orderBy(asc(users.email))
      .limit(peoplePerPage)
      .offset((page - 1) * peoplePerPage);
    const seen = await lastSeen(rows.map(({ id }) => id));
    return { rows: rows.map((row) => ({ ...shown(row), seenAt: seen.get(row.id) ?? null })), total, page };
  },
});

export type ListedPerson = Awaited<ReturnType<typeof listPeople>>['rows'][number];

/** What the form to invite somebody needs to know of the actor's organization. */
export const invitingTerms = query({
  allow: 'members:manage',
  input: z.object({}),
  async run(actor) {
    const person = requireUser(actor);
    const others = await otherChiefs(person.tenant, person.id);
    return {
      kind: person.tenant.kind,
      mayGiveChief: isChief(person),
      /** Whether a second person decides on the operator's administrators. */
      needsSecond: person.tenant.kind === 'operator' && others.length > 0,
    };
  },
});

/** One person of the actor's organization, and what the actor may do about the account. */
export const readPerson = query({
  allow: 'members:manage',
  input: z.object({ userId: z.uuid() }),
  async run(actor, { userId }) {
    const manager = requireUser(actor);
    const member = await findMember(manager.tenant, userId);
    const at = now();
    const [open] = await db
      .select({ signedIn: count() })
      .from(sessions)
      .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, at)));
    const [promotion] = await db
      .select({ roles: promotions.roles, at: promotions.proposedAt, byId: promotions.proposedBy, by: proposers.name })
      .from(promotions)
      .innerJoin(proposers, eq(proposers.id, promotions.proposedBy))
      .where(and(eq(promotions.userId, userId), eq(promotions.state, 'proposed')));
    return {
      ...shown(member),
      kind: manager.tenant.kind,
      seenAt: (await lastSeen([userId])).get(userId) ?? null,
      sessions: open?.signedIn ?? 0,
      hasFactor: hasFactor(await findFactors(userId)),
      isSelf: userId === manager.id,
      mayChange: mayChange(manager, member),
      mayGiveChief: isChief(manager),
      promotion: promotion && {
        roles: promotion.roles as Role[],
        at: promotion.at,
        by: promotion.by,
        own: promotion.byId === manager.id,
      },
    };
  },
});

export type ShownPerson = Awaited<ReturnType<typeof readPerson>>;
