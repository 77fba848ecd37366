import { and, eq, gte, lte } from 'drizzle-orm';
import { db } from '@/db';
import { deviceProfiles, devices, profiles } from '@/db/schema';
import { tally } from '@/lib/devices/count-devices';
import { atPlaces, type DevicePlace } from '@/lib/devices/device-places';
import type { FoundUpload } from '@/lib/devices/find-upload';
import { countProfiles } from './count-profiles';
import { holdProfile } from './hold-profile';

/** Gives what an upload has just registered its profile, by one statement; nothing at all where it has none. */
export async function assignUploaded(
  { number, customerId, profileId }: Pick<FoundUpload, 'number' | 'customerId' | 'profileId'>,
  batchId: string,
  rows: { row: number }[],
): Promise<void> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!profileId || !first || !last) return;
  if (!(await holdProfile(profileId, eq(profiles.customerId, customerId)))) return;
  const registered = and(eq(devices.upload, number), gte(devices.row, first.row), lte(devices.row, last.row));
  await db
    .insert(deviceProfiles)
    .select(
      db
        .select({ upload: devices.upload, row: devices.row, source: profiles.source, profileId: profiles.id })
        .from(devices)
        .innerJoin(profiles, eq(profiles.id, profileId))
        .where(registered),
    );
  await countProfiles([{ profileId, batchId, devices: rows.length }]);
}

interface MovedPlace extends DevicePlace {
  movedTo: string | null;
}

/** Well below what a statement may hold on either engine. */
const atOnce = 500;

/** Of some devices those that have a profile, by that profile; one with two profiles stands under both. */
async function byProfile(places: MovedPlace[]): Promise<Map<string, MovedPlace[]>> {
  const moved = new Map(places.map((place) => [`${place.upload} ${place.row}`, place]));
  const found = new Map<string, MovedPlace[]>();
  for (let from = 0; from < places.length; from += atOnce) {
    const rows = await db
      .select({ upload: deviceProfiles.upload, row: deviceProfiles.row, profileId: deviceProfiles.profileId })
      .from(deviceProfiles)
      .where(atPlaces(deviceProfiles, places.slice(from, from + atOnce)));
    for (const { upload, row, profileId } of rows) {
      const place = moved.get(`${upload} ${row}`);
      if (place) found.set(profileId, [...(found.get(profileId) ?? []), place]);
    }
  }
  return found;
}

async function leaving(found: Map<string, MovedPlace[]>) {
  const changes: Parameters<typeof countProfiles>[0] = [];
  for (const [profileId, places] of found) {
    for (const { batchId, devices: count } of await tally(places))
      changes.push({ profileId, batchId, devices: -count });
  }
  return changes;
}

/** Devices that are deregistered have no profile any more. Only `removeDevices` calls it. */
export async function dropAssignments(gone: MovedPlace[]): Promise<void> {
  const found = await byProfile(gone);
  if (found.size === 0) return;
  for (let from = 0; from < gone.length; from += atOnce)
    await db.delete(deviceProfiles).where(atPlaces(deviceProfiles, gone.slice(from, from + atOnce)));
  await countProfiles(await leaving(found));
}

/** Devices that move to another batch are counted there; `before` is where they were. Only `moveDevices` calls it. */
export async function moveAssignments(before: MovedPlace[], batchId: string): Promise<void> {
  const found = await byProfile(before);
  const arriving = [...found].map(([profileId, places]) => ({ profileId, batchId, devices: places.length }));
  await countProfiles([...(await leaving(found)), ...arriving]);
}
