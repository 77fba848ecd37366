import { asc, count, desc, eq, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { apiClients, conflictNotes, conflicts, tenants, users } from '@/db/schema';
import { nameIfAny, nameOf } from '@/lib/clients/maker-name';
import { findCustomer } from '@/lib/devices/find-customer';
import { stillRegistered } from '@/lib/devices/registered-hardware';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { queueSearch } from './conflict-search';
import { openStates } from './state';

export const queuePerPage = 25;

const askers = alias(tenants, 'askers');
const askerCustomers = alias(tenants, 'asker_customers');
const holders = alias(tenants, 'holders');
const registrars = alias(tenants, 'registrars');
const askedBy = alias(users, 'asked_by');
const refusers = alias(users, 'refusers');
const closers = alias(users, 'closers');
const askedByClient = alias(apiClients, 'asked_by_client');
const refuserClients = alias(apiClients, 'refuser_clients');
const closerClients = alias(apiClients, 'closer_clients');

const listed = {
  id: conflicts.id,
  state: conflicts.state,
  registered: conflicts.registered,
  askerName: askers.name,
  holderName: holders.name,
  askedAt: conflicts.createdAt,
  answerBy: conflicts.answerBy,
  escalatedAt: conflicts.escalatedAt,
  escalatedWhy: conflicts.escalatedWhy,
  closedAt: conflicts.closedAt,
};

const { id, state, escalatedAt, answerBy, closedAt } = conflicts;
const lists = {
  decide: { where: eq(state, 'escalated'), order: [asc(escalatedAt), asc(id)] },
  waiting: { where: eq(state, 'asked'), order: [asc(answerBy), asc(id)] },
  settled: { where: notInArray(state, openStates), order: [desc(closedAt), desc(id)] },
};

/** One page of all conflicts: what support has to decide by how long it waits, what waits for the holder, what is settled. */
export const listQueue = query({
  allow: 'conflicts:decide',
  input: queueSearch,
  async run(_actor, { show, page: asked }) {
    const { where, order } = lists[show];
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(conflicts).where(where);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / queuePerPage)));
    const rows = await db
      .select(listed)
      .from(conflicts)
      .innerJoin(askers, eq(askers.id, conflicts.askerPartnerId))
      .innerJoin(holders, eq(holders.id, conflicts.holderCustomerId))
      .where(where)
      .orderBy(...order)
      .limit(queuePerPage)
      .offset((page - 1) * queuePerPage);
    return { rows, total, page };
  },
});

/** One conflict with both sides, for support alone. */
export const getConflict = query({
  allow: 'conflicts:decide',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id: asked }) {
    const [found] = await db
      .select({
        conflict: conflicts,
        asker: { name: askers.name, domain: askers.domain, partnerType: askers.partnerType },
        askerCustomer: { name: askerCustomers.name, domain: askerCustomers.domain },
        askedBy: nameOf(askedBy, askedByClient),
        holder: { name: holders.name, domain: holders.domain },
        registrar: { name: registrars.name, domain: registrars.domain },
        refusedBy: nameIfAny(refusers, refuserClients),
        closedByName: nameIfAny(closers, closerClients),
      })
      .from(conflicts)
      .innerJoin(askers, eq(askers.id, conflicts.askerPartnerId))
      .innerJoin(askerCustomers, eq(askerCustomers.id, conflicts.askerCustomerId))
      .leftJoin(askedBy, eq(askedBy.id, conflicts.askedBy))
      .leftJoin(askedByClient, eq(askedByClient.id, conflicts.askedClientId))
      .innerJoin(holders, eq(holders.id, conflicts.holderCustomerId))
      .innerJoin(registrars, eq(registrars.id, conflicts.registrarId))
      .leftJoin(refusers, eq(refusers.id, conflicts.refusedBy))
      .leftJoin(refuserClients, eq(refuserClients.id, conflicts.refusedClientId))
      .leftJoin(closers, eq(closers.id, conflicts.closedByUser))
      .leftJoin(closerClients, eq(closerClients.id, conflicts.closedClientId))
      .where(eq(id, asked));
    if (!found) throw new AppError('not_found');
    const notes = await db
      .select({ id: conflictNotes.id, at: conflictNotes.at, by: users.name, text: conflictNotes.text })
      .from(conflictNotes)
      .innerJoin(users, eq(users.id, conflictNotes.userId))
      .where(eq(conflictNotes.conflictId, asked))
      .orderBy(asc(conflictNotes.id));
    const { deviceId, registrarId, holderCustomerId: customerId } = found.conflict;
    const there = await stillRegistered([deviceId], { registrars: [registrarId], customerId });
    const asker = { id: found.conflict.askerPartnerId, partnerType: found.asker.partnerType };
    const mayAct = await findCustomer(asker, found.conflict.askerCustomerId);
    return { ...found, notes, registered: there.length > 0, askerMayAct: mayAct !== null };
  },
});

export type ConflictFile = Awaited<ReturnType<typeof getConflict>>;
