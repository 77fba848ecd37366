import { asc, count, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { nameChanges, tenants, users } from '@/db/schema';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { perPage, queueSearch } from './queue-queries';
import { similarOrganizations } from './similar-organizations';

const askers = alias(users, 'askers');
const deciders = alias(users, 'deciders');

const listed = {
  id: nameChanges.id,
  state: nameChanges.state,
  before: nameChanges.before,
  name: nameChanges.name,
  domain: tenants.domain,
  askedAt: nameChanges.askedAt,
  closedAt: nameChanges.decidedAt,
  decider: deciders.name,
};

/** One page of the names that partners want: what waits by how long it does, what is decided or withdrawn the latest first. */
export const listNameChanges = query({
  allow: 'applications:handle',
  input: queueSearch,
  async run(_actor, { show, page: asked }) {
    const { id, state, askedAt, decidedAt } = nameChanges;
    const where = show === 'open' ? eq(state, 'waiting') : inArray(state, ['approved', 'refused', 'withdrawn']);
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(nameChanges).where(where);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / perPage)));
    const rows = await db
      .select(listed)
      .from(nameChanges)
      .innerJoin(tenants, eq(tenants.id, nameChanges.tenantId))
      .leftJoin(deciders, eq(deciders.id, nameChanges.decidedBy))
      .where(where)
      .orderBy(...(show === 'open' ? [asc(askedAt), asc(id)] : [desc(decidedAt), desc(id)]))
      .limit(perPage)
      .offset((page - 1) * perPage);
    return { rows, total, page };
  },
});

/** One wish with what support decides it by. */
export const getNameChange = query({
  allow: 'applications:handle',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id }) {
    const [row] = await db
      .select({
        ...listed,
        tenantId: nameChanges.tenantId,
        note: nameChanges.note,
        reason: nameChanges.reason,
        askedBy: askers.name,
      })
      .from(nameChanges)
      .innerJoin(tenants, eq(tenants.id, nameChanges.tenantId))
      .innerJoin(askers, eq(askers.id, nameChanges.askedBy))
      .leftJoin(deciders, eq(deciders.id, nameChanges.decidedBy))
      .where(eq(nameChanges.id, id));
    if (!row) throw new AppError('not_found');
    const claimed = { organization: row.name, domain: row.domain, mpnId: null };
    return { ...row, similar: await similarOrganizations(claimed, row.tenantId) };
  },
});

export type NameChange = Awaited<ReturnType<typeof getNameChange>>;
