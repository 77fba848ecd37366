import { eq, sql } from 'drizzle-orm';
import { db } from '@/db';
import { locks } from '@/db/schema';

const name = 'upload_numbers';

/** The next number of an upload, in the open transaction: whoever comes meanwhile waits for its end. */
export async function numberUpload(): Promise<number> {
  const next = async () => {
    const [lock] = await db
      .update(locks)
      .set({ revision: sql`${locks.revision} + 1` })
      .where(eq(locks.name, name))
      .returning({ revision: locks.revision });
    return lock?.revision;
  };
  const number = await next();
  if (number !== undefined) return number;
  await db.insert(locks).values({ name, revision: 0 }).onConflictDoNothing();
  return (await next()) as number;
}
