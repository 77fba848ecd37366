import { and, asc, count, desc, eq, inArray, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { apiClients, suspensions, tenants, users } from '@/db/schema';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { openStates, type SuspensionState } from './suspension-state';

export const suspensionsPerPage = 25;

const proposers = alias(users, 'proposers');
const deciders = alias(users, 'deciders');
const reinstaters = alias(users, 'reinstaters');

const found = (where: SQL | undefined) =>
  db
    .select({
      id: suspensions.id,
      state: suspensions.state,
      tenantId: suspensions.tenantId,
      organization: tenants.name,
      domain: tenants.domain,
      clientId: suspensions.clientId,
      client: apiClients.name,
      clientKey: apiClients.clientId,
      reason: suspensions.reason,
      proposedById: suspensions.proposedBy,
      proposedBy: proposers.name,
      proposedAt: suspensions.createdAt,
      decidedBy: deciders.name,
      decidedAt: suspensions.decidedAt,
      answer: suspensions.answer,
      reinstatedBy: reinstaters.name,
      closedAt: suspensions.closedAt,
    })
    .from(suspensions)
    .innerJoin(tenants, eq(tenants.id, suspensions.tenantId))
    .innerJoin(proposers, eq(proposers.id, suspensions.proposedBy))
    .leftJoin(apiClients, eq(apiClients.id, suspensions.clientId))
    .leftJoin(deciders, eq(deciders.id, suspensions.decidedBy))
    .leftJoin(reinstaters, eq(reinstaters.id, suspensions.reinstatedBy))
    .where(where);

const inStates = (states: readonly SuspensionState[]) => inArray(suspensions.state, [...states]);

type Row = Awaited<ReturnType<typeof found>>[number];

const shown = ({ client, clientKey, ...row }: Row) => ({ ...row, client: row.clientId ? (client ?? clientKey) : null });

/** One step of a suspension, with everybody who had a part in it, by name. */
export type ListedSuspension = ReturnType<typeof shown>;

/** What an address may say; anything else counts as not said. */
export const suspensionSearch = z.object({
  show: z.enum(['proposed', 'active', 'past']).catch('proposed').default('proposed'),
  page: z.coerce.number().int().min(1).catch(1).default(1),
});

const past = ['turned_down', 'reinstated'] as const satisfies SuspensionState[];

/** One page of suspensions: proposals by how long they wait, those in force and past ones the latest first; and how many of each there are. */
export const listSuspensions = query({
  allow: 'suspensions:read',
  input: suspensionSearch,
  async run(_actor, { show, page: asked }) {
    const counted = await db
      .select({ state: suspensions.state, total: count() })
      .from(suspensions)
      .groupBy(suspensions.state);
    const totalOf = (states: readonly SuspensionState[]) =>
      counted.filter(({ state }) => states.includes(state)).reduce((sum, { total }) => sum + total, 0);
    const totals = { proposed: totalOf(['proposed']), active: totalOf(['active']), past: totalOf(past) };
    const states = show === 'past' ? past : [show];
    const page = Math.max(1, Math.min(asked, Math.ceil(totals[show] / suspensionsPerPage)));
    const way = show === 'proposed' ? asc : desc;
    const rows = await found(inStates(states))
      .orderBy(way(suspensions.createdAt), way(suspensions.id))
      .limit(suspensionsPerPage)
      .offset((page - 1) * suspensionsPerPage);
    return { rows: rows.map(shown), totals, page };
  },
});

/** One suspension with all that support decides it by. */
export const getSuspension = query({
  allow: 'suspensions:read',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id }) {
    const [row] = await found(eq(suspensions.id, id));
    if (!row) throw new AppError('not_found');
    return shown(row);
  },
});

/** What is proposed or in force of one organization and of its API clients. */
export const openSuspensionsOf = query({
  allow: 'suspensions:read',
  input: z.object({ tenantId: z.uuid() }),
  async run(_actor, { tenantId }) {
    const rows = await found(and(eq(suspensions.tenantId, tenantId), inStates(openStates))).orderBy(
      asc(suspensions.createdAt),
      asc(suspensions.id),
    );
    return rows.map(shown);
  },
});
