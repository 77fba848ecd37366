import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { deviceProfiles, profiles } from '@/db/schema';
import type { Maker } from '@/lib/auth/actor';
import type { AssignableDevice } from '@/lib/devices/assignable-devices';
import { atPlaces, type DevicePlace } from '@/lib/devices/device-places';
import { noteChanges } from '@/lib/devices/note-changes';
import { countProfiles } from './count-profiles';

type Source = 'partner' | 'intune';

/** Well below the number of parameters a statement may have on either engine. */
const atOnce = 1000;

const keyOf = ({ upload, row }: DevicePlace) => `${upload} ${row}`;

/**
 * Gives devices a profile in the place of the one of the same source that they have, or with null takes that away, and writes
 * each device's history. Inside a transaction that holds the profile and the devices.
 */
export async function giveProfile(
  devices: AssignableDevice[],
  source: Source,
  profile: { id: string; name: string } | null,
  maker: Maker,
): Promise<void> {
  for (let from = 0; from < devices.length; from += atOnce) {
    const some = devices.slice(from, from + atOnce);
    const theirs = (places: DevicePlace[]) => and(atPlaces(deviceProfiles, places), eq(deviceProfiles.source, source));
    const before = await db
      .select({
        upload: deviceProfiles.upload,
        row: deviceProfiles.row,
        id: deviceProfiles.profileId,
        name: profiles.name,
      })
      .from(deviceProfiles)
      .innerJoin(profiles, eq(profiles.id, deviceProfiles.profileId))
      .where(theirs(some));
    const had = new Map(before.map((assigned) => [keyOf(assigned), assigned]));
    const changing = some.filter((device) => had.get(keyOf(device))?.id !== profile?.id);
    if (changing.length === 0) continue;
    await db.delete(deviceProfiles).where(theirs(changing));
    const given = changing.map(({ upload, row }) => ({ upload, row, source, profileId: profile?.id ?? '' }));
    if (profile) await db.insert(deviceProfiles).values(given);
    await countProfiles(
      changing.flatMap((device) => {
        const { batchId } = device;
        const left = had.get(keyOf(device));
        return [
          ...(left ? [{ profileId: left.id, batchId, devices: -1 }] : []),
          ...(profile ? [{ profileId: profile.id, batchId, devices: 1 }] : []),
        ];
      }),
    );
    await noteChanges(
      maker,
      source === 'partner' ? 'profile' : 'own_profile',
      changing.map((device) => ({
        upload: device.upload,
        row: device.row,
        before: had.get(keyOf(device))?.name ?? null,
        after: profile?.name ?? null,
      })),
    );
  }
}
