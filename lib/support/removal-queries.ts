import { and, asc, count, desc, eq, inArray, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consents, removalNotes, removalRequests, revocations, tenants, users } from '@/db/schema';
import { now } from '@/lib/clock';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { dueAt } from './removal-clock';
import { isOpen, openStates, type RemovalState } from './removal-state';

export const removalsPerPage = 25;

const customers = alias(tenants, 'customers');
const partners = alias(tenants, 'partners');
const askers = alias(users, 'askers');
const assignees = alias(users, 'assignees');
const closers = alias(users, 'closers');

const listed = {
  id: removalRequests.id,
  state: removalRequests.state,
  customerName: customers.name,
  partnerName: partners.name,
  askedAt: removalRequests.createdAt,
  assignee: assignees.name,
  closedAt: removalRequests.closedAt,
  /** When the consent ends, where that is announced: the answer is given then. */
  endsAt: revocations.endsAt,
};

const announced = and(eq(revocations.consentId, removalRequests.consentId), eq(revocations.state, 'announced'));

/** With its clock: by when it should be answered, and whether that is over. */
const clocked = <Row extends { state: RemovalState; askedAt: Date; endsAt: Date | null }>(row: Row) => {
  const due = dueAt(row.askedAt);
  return { ...row, dueAt: due, overdue: isOpen(row.state) && !row.endsAt && due < now() };
};

/** What an address may say; anything else counts as not said. */
export const removalSearch = z.object({
  show: z.enum(['open', 'closed']).catch('open').default('open'),
  page: z.coerce.number().int().min(1).catch(1).default(1),
});

/** One page of what customers ask support to remove: what is open by how long it waits, what is closed the latest first. */
export const listRemovals = query({
  allow: 'removals:handle',
  input: removalSearch,
  async run(_actor, { show, page: asked }) {
    const open = show === 'open';
    const where = (open ? inArray : notInArray)(removalRequests.state, [...openStates]);
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(removalRequests).where(where);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / removalsPerPage)));
    const { createdAt, closedAt, id } = removalRequests;
    const rows = await db
      .select(listed)
      .from(removalRequests)
      .innerJoin(customers, eq(customers.id, removalRequests.customerId))
      .innerJoin(partners, eq(partners.id, removalRequests.partnerId))
      .leftJoin(assignees, eq(assignees.id, removalRequests.assigneeId))
      .leftJoin(revocations, announced)
      .where(where)
      .orderBy(...(open ? [asc(createdAt), asc(id)] : [desc(closedAt), desc(id)]))
      .limit(removalsPerPage)
      .offset((page - 1) * removalsPerPage);
    return { rows: rows.map(clocked), total, page };
  },
});

/** One request with all that support decides it by. */
export const getRemoval = query({
  allow: 'removals:handle',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id }) {
    const [row] = await db
      .select({
        ...listed,
        consentId: removalRequests.consentId,
        reason: removalRequests.reason,
        customerId: removalRequests.customerId,
        partnerId: removalRequests.partnerId,
        customerDomain: customers.domain,
        partnerDomain: partners.domain,
        askedBy: askers.name,
        assigneeId: removalRequests.assigneeId,
        reviewedAt: removalRequests.reviewedAt,
        answer: removalRequests.answer,
        closedBy: closers.name,
        since: consents.grantedAt,
      })
      .from(removalRequests)
      .innerJoin(consents, eq(consents.id, removalRequests.consentId))
      .innerJoin(customers, eq(customers.id, removalRequests.customerId))
      .innerJoin(partners, eq(partners.id, removalRequests.partnerId))
      .innerJoin(askers, eq(askers.id, removalRequests.askedBy))
      .leftJoin(assignees, eq(assignees.id, removalRequests.assigneeId))
      .leftJoin(closers, eq(closers.id, removalRequests.closedBy))
      .leftJoin(revocations, announced)
      .where(eq(removalRequests.id, id));
    if (!row) throw new AppError('not_found');
    const notes = await db
      .select({ id: removalNotes.id, at: removalNotes.at, by: users.name, text: removalNotes.text })
      .from(removalNotes)
      .innerJoin(users, eq(users.id, removalNotes.userId))
      .where(eq(removalNotes.removalId, id))
      .orderBy(asc(removalNotes.id));
    return { ...clocked(row), notes };
  },
});

export type Removal = Awaited<ReturnType<typeof getRemoval>>;
