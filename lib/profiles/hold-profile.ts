import { and, eq, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { profiles } from '@/db/schema';

/**
 * A profile, held until the open transaction ends by an update that changes nothing: whoever assigns it and whoever deletes it
 * take turns. Undefined when it is not there or `where` does not find it.
 */
export async function holdProfile(profileId: string, where?: SQL): Promise<typeof profiles.$inferSelect | undefined> {
  const [held] = await db
    .update(profiles)
    .set({ revision: sql`${profiles.revision}` })
    .where(and(eq(profiles.id, profileId), where))
    .returning();
  return held;
}
