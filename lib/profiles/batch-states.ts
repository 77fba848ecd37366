import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { batchProfiles, profileCounts, profiles, users } from '@/db/schema';

export interface BatchProfile {
  id: string;
  name: string;
  /** Devices of the batch that have it. */
  devices: number;
}

/** Which profiles that partners made the devices of each batch of a customer have, by name. */
export async function profilesByBatch(customerId: string): Promise<Map<string, BatchProfile[]>> {
  const rows = await db
    .select({
      batchId: profileCounts.batchId,
      id: profiles.id,
      name: profiles.name,
      devices: profileCounts.devices,
    })
    .from(profiles)
    .innerJoin(profileCounts, eq(profileCounts.profileId, profiles.id))
    .where(and(eq(profiles.customerId, customerId), eq(profiles.source, 'partner'), gt(profileCounts.devices, 0)))
    .orderBy(asc(profiles.nameKey), asc(profiles.id));
  const found = new Map<string, BatchProfile[]>();
  for (const { batchId, ...profile } of rows) found.set(batchId, [...(found.get(batchId) ?? []), profile]);
  return found;
}

/** The last time all devices of these batches were given a profile, or with a null name had it taken away. */
export async function batchRuns(batchIds: string[]) {
  if (batchIds.length === 0) return new Map<string, BatchRun>();
  const rows = await db
    .select({
      batchId: batchProfiles.batchId,
      profileId: batchProfiles.profileId,
      profileName: profiles.name,
      by: users.name,
      at: batchProfiles.startedAt,
      done: batchProfiles.done,
      finishedAt: batchProfiles.finishedAt,
      stopped: batchProfiles.stopped,
    })
    .from(batchProfiles)
    .innerJoin(users, eq(users.id, batchProfiles.startedBy))
    .leftJoin(profiles, eq(profiles.id, batchProfiles.profileId))
    .where(inArray(batchProfiles.batchId, batchIds));
  return new Map(rows.map(({ batchId, ...run }) => [batchId, run]));
}

export interface BatchRun {
  /** Null where profiles were taken away. */
  profileId: string | null;
  /** Null also when it was deleted since. */
  profileName: string | null;
  by: string;
  at: Date;
  /** Devices worked through so far. */
  done: number;
  finishedAt: Date | null;
  stopped: 'consent_ended' | 'suspended' | 'profile_gone' | 'permission_revoked' | null;
}
