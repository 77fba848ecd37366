import { eq, inArray, sql, sum } from 'drizzle-orm';
import { db } from '@/db';
import { profileCounts } from '@/db/schema';

/** Devices of one batch that come to a profile, or with a negative number leave it. */
interface Change {
  profileId: string;
  batchId: string;
  devices: number;
}

/** Notes changes of who has which profile, in the transaction of the change. */
export async function countProfiles(changes: Change[]): Promise<void> {
  const sums = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.profileId} ${change.batchId}`;
    sums.set(key, { ...change, devices: (sums.get(key)?.devices ?? 0) + change.devices });
  }
  const values = [...sums.values()].filter(({ devices }) => devices !== 0);
  if (values.length === 0) return;
  await db
    .insert(profileCounts)
    .values(values)
    .onConflictDoUpdate({
      target: [profileCounts.profileId, profileCounts.batchId],
      set: { devices: sql`${profileCounts.devices} + excluded.devices` },
    });
}

/** Devices by the profile they have; a profile that none ever had is absent. */
export async function devicesByProfile(profileIds: string[]): Promise<Map<string, number>> {
  if (profileIds.length === 0) return new Map();
  const rows = await db
    .select({ id: profileCounts.profileId, total: sum(profileCounts.devices) })
    .from(profileCounts)
    .where(inArray(profileCounts.profileId, profileIds))
    .groupBy(profileCounts.profileId);
  return new Map(rows.map(({ id, total }) => [id, Number(total)]));
}

/** The counts of a profile that is deleted, all of them nought. */
export async function forgetCounts(profileId: string): Promise<void> {
  await db.delete(profileCounts).where(eq(profileCounts.profileId, profileId));
}
