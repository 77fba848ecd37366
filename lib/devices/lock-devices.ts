import { eq, sql } from 'drizzle-orm';
import { db } from '@/db';
import { locks } from '@/db/schema';

const name = 'devices';

/**
 * Registers one at a time until the open transaction ends. Two writers that insert the same devices in another order would
 * deadlock on PostgreSQL, and neither would see the other's serial number of any make. SQLite has one writer anyway.
 */
export async function lockDevices(): Promise<void> {
  const take = () =>
    db
      .update(locks)
      .set({ revision: sql`${locks.revision} + 1` })
      .where(eq(locks.name, name))
      .returning({ name: locks.name });
  if ((await take()).length > 0) return;
  await db.insert(locks).values({ name, revision: 0 }).onConflictDoNothing();
  await take();
}
