import { and, count, desc, eq, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { conflicts, tenants, users } from '@/db/schema';
import { requireUser, type UserActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { conflictSearch } from './conflict-search';
import { askedBy, askedOfCustomer, askedOfRegistrar, type Conflict } from './sides';
import { forAsker, forHolder } from './views';

export const conflictsPerPage = 25;

/** The part of the portal somebody looks from: the Partner Center, or as a customer the Admin Center. */
const place = z.enum(['partner', 'customer']);

async function nameOf(tenantId: string): Promise<string> {
  const [tenant] = await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId));
  return tenant?.name ?? '';
}

/** The side that the actor's organization is on. */
async function viewOf(conflict: Conflict, asked: boolean) {
  if (!asked) return forHolder(conflict, { customer: await nameOf(conflict.holderCustomerId) });
  const [person] = await db.select({ name: users.name }).from(users).where(eq(users.id, conflict.askedBy));
  const customer = await nameOf(conflict.askerCustomerId);
  return forAsker(conflict, { customer, askedBy: person?.name ?? '' });
}

const askedOf = async (person: UserActor, from: z.infer<typeof place>): Promise<SQL | undefined> =>
  from === 'customer' ? askedOfCustomer(person) : askedOfRegistrar(person, 'devices:read');

/** One page of what the organization asked of others, or is asked by others, newest first; from the Admin Center the latter. */
export const listConflicts = query({
  allow: 'conflicts:read',
  input: conflictSearch.extend({ place }),
  async run(actor, { place: from, show, page: wanted }) {
    const person = requireUser(actor);
    const asked = from === 'partner' && show === 'asked';
    const where = asked ? askedBy(person) : await askedOf(person, from);
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(conflicts).where(where);
    const page = Math.max(1, Math.min(wanted, Math.ceil(total / conflictsPerPage)));
    const found = await db
      .select()
      .from(conflicts)
      .where(where)
      .orderBy(desc(conflicts.id))
      .limit(conflictsPerPage)
      .offset((page - 1) * conflictsPerPage);
    return { rows: await Promise.all(found.map((conflict) => viewOf(conflict, asked))), total, page };
  },
});

/** One conflict as the actor's side may see it: of the other side nothing. Throws `not_found` for everybody else. */
export const readConflict = query({
  allow: 'conflicts:read',
  input: z.object({ id: z.uuid(), place }),
  async run(actor, { id, place: from }) {
    const person = requireUser(actor);
    const find = async (mine: SQL | undefined) => {
      const [found] = await db
        .select()
        .from(conflicts)
        .where(and(eq(conflicts.id, id), mine));
      return found;
    };
    const asked = from === 'partner' ? await find(askedBy(person)) : undefined;
    const conflict = asked ?? (await find(await askedOf(person, from)));
    if (!conflict) throw new AppError('not_found');
    return viewOf(conflict, asked !== undefined);
  },
});
