import { and, asc, count, desc, eq, gt, inArray, lt, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiClients, conflicts, tenants, users } from '@/db/schema';
import { requireTenant, type TenantActor } from '@/lib/auth/actor';
import { makerName } from '@/lib/clients/maker-name';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { seekInput, seekPage } from '@/lib/wire/seek';
import { conflictSearch } from './conflict-search';
import { registeredSince } from './registered-since';
import { askedBy, askedOfCustomer, askedOfRegistrar, type Conflict } from './sides';
import { openStates } from './state';
import { type AskerView, forAsker, forHolder, type HolderView } from './views';

export const conflictsPerPage = 25;

/** The part of the portal somebody looks from: the Partner Center, or as a customer the Admin Center. */
const place = z.enum(['partner', 'customer']);

async function nameOf(tenantId: string): Promise<string> {
  const [tenant] = await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId));
  return tenant?.name ?? '';
}

async function viewForAsker(conflict: Conflict, registered: boolean) {
  const [who] = await db
    .select({ name: makerName })
    .from(conflicts)
    .leftJoin(users, eq(users.id, conflicts.askedBy))
    .leftJoin(apiClients, eq(apiClients.id, conflicts.askedClientId))
    .where(eq(conflicts.id, conflict.id));
  const customer = await nameOf(conflict.askerCustomerId);
  return forAsker(conflict, { customer, askedBy: who?.name ?? '', registered });
}

/** These conflicts as the side that the actor's organization is on reads them. */
async function viewsOf(found: Conflict[], asked: boolean): Promise<(AskerView | HolderView)[]> {
  if (asked) {
    const registered = await registeredSince(found);
    return Promise.all(found.map((conflict) => viewForAsker(conflict, registered.has(conflict.id))));
  }
  return Promise.all(
    found.map(async (conflict) => forHolder(conflict, { customer: await nameOf(conflict.holderCustomerId) })),
  );
}

const askedOf = async (actor: TenantActor, from: z.infer<typeof place>): Promise<SQL | undefined> =>
  from === 'customer' ? askedOfCustomer(actor) : askedOfRegistrar(actor, 'devices:read');

/** One page of what the organization asked of others, or is asked by others, newest first; from the Admin Center the latter. */
export const listConflicts = query({
  allow: 'conflicts:read',
  input: conflictSearch.extend({ place }),
  async run(actor, { place: from, show, page: wanted }) {
    const who = requireTenant(actor);
    const asked = from === 'partner' && show === 'asked';
    const where = asked ? askedBy(who) : await askedOf(who, from);
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(conflicts).where(where);
    const page = Math.max(1, Math.min(wanted, Math.ceil(total / conflictsPerPage)));
    const found = await db
      .select()
      .from(conflicts)
      .where(where)
      .orderBy(desc(conflicts.id))
      .limit(conflictsPerPage)
      .offset((page - 1) * conflictsPerPage);
    return { rows: await viewsOf(found, asked), total, page };
  },
});

/** The same list from the Partner Center for programs, sought from a place in it. */
export const seekConflicts = query({
  allow: 'conflicts:read',
  input: conflictSearch.pick({ show: true }).extend(seekInput(z.object({ id: z.uuid() })).shape),
  async run(actor, { show, ...seek }) {
    const who = requireTenant(actor);
    const asked = show === 'asked';
    const where = asked ? askedBy(who) : await askedOf(who, 'partner');
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(conflicts).where(where);
    const page = await seekPage(seek, ({ backwards, beside, limit, skip }) =>
      db
        .select()
        .from(conflicts)
        .where(and(where, beside && (backwards ? gt : lt)(conflicts.id, beside.id)))
        .orderBy((backwards ? asc : desc)(conflicts.id))
        .limit(limit)
        .offset(skip),
    );
    return { ...page, rows: await viewsOf(page.rows, asked), total };
  },
});

/** The open requests to release one device that the actor's organization registered, oldest first. */
export const conflictsOfDevice = query({
  allow: 'conflicts:read',
  input: z.object({ deviceId: z.uuid() }),
  async run(actor, { deviceId }): Promise<{ id: string; answerBy: Date }[]> {
    const asked = await askedOfRegistrar(requireTenant(actor), 'devices:read');
    return db
      .select({ id: conflicts.id, answerBy: conflicts.answerBy })
      .from(conflicts)
      .where(and(eq(conflicts.deviceId, deviceId), asked, inArray(conflicts.state, openStates)))
      .orderBy(asc(conflicts.id));
  },
});

/** One conflict as the actor's side may see it: of the other side nothing. Throws `not_found` for everybody else. */
export const readConflict = query({
  allow: 'conflicts:read',
  input: z.object({ id: z.uuid(), place }),
  async run(actor, { id, place: from }): Promise<AskerView | HolderView> {
    const who = requireTenant(actor);
    const find = async (mine: SQL | undefined) => {
      const [found] = await db
        .select()
        .from(conflicts)
        .where(and(eq(conflicts.id, id), mine));
      return found;
    };
    const asked = from === 'partner' ? await find(askedBy(who)) : undefined;
    const conflict = asked ?? (await find(await askedOf(who, from)));
    const [view] = conflict ? await viewsOf([conflict], asked !== undefined) : [];
    if (!view) throw new AppError('not_found');
    return view;
  },
});
