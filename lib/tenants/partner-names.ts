import { and, eq, ne, sql } from 'drizzle-orm';
import { db } from '@/db';
import { locks, tenants } from '@/db/schema';

const lock = 'partner_names';

/** Whoever gives a partner a name takes turns until the open transaction ends, so that two cannot get the same one at once. */
export async function holdNames(): Promise<void> {
  const take = () =>
    db
      .update(locks)
      .set({ revision: sql`${locks.revision} + 1` })
      .where(eq(locks.name, lock))
      .returning({ name: locks.name });
  if ((await take()).length > 0) return;
  await db.insert(locks).values({ name: lock, revision: 0 }).onConflictDoNothing();
  await take();
}

/** Whether another partner has this name, whatever the case of its letters: customers could not tell them apart. */
export async function isNameTaken(name: string, except?: string): Promise<boolean> {
  const same = and(eq(tenants.kind, 'partner'), eq(tenants.sortName, name.toLowerCase()));
  const [taken] = await db
    .select({ id: tenants.id })
    .from(tenants)
    .where(and(same, except ? ne(tenants.id, except) : undefined))
    .limit(1);
  return taken !== undefined;
}
