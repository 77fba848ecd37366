import { and, desc, eq } from 'drizzle-orm';
import { db } from '@/db';
import { deviceProfiles, profiles } from '@/db/schema';
import type { TenantKind } from '@/lib/auth/actor';
import { atPlaces, type DevicePlace } from '@/lib/devices/device-places';

/** The profile of a device, as a list of devices shows it. */
export interface ShownProfile {
  id: string;
  name: string;
  source: 'partner' | 'intune';
}

/**
 * Adds to each device of a page the profile that somebody of this kind of organization sees on it: a partner never one that
 * the customer made, the customer the one that counts, which is its own before a partner's.
 */
export async function withProfiles<Device extends DevicePlace>(
  devices: Device[],
  viewer: TenantKind,
): Promise<(Device & { profile: ShownProfile | null })[]> {
  const found = await db
    .select({
      upload: deviceProfiles.upload,
      row: deviceProfiles.row,
      id: profiles.id,
      name: profiles.name,
      source: profiles.source,
    })
    .from(deviceProfiles)
    .innerJoin(profiles, eq(profiles.id, deviceProfiles.profileId))
    .where(
      and(atPlaces(deviceProfiles, devices), viewer === 'customer' ? undefined : eq(deviceProfiles.source, 'partner')),
    )
    // The later one of two for one device stays: 'intune' comes before 'partner'.
    .orderBy(desc(deviceProfiles.source));
  const shown = new Map(found.map(({ upload, row, ...profile }) => [`${upload} ${row}`, profile]));
  return devices.map((device) => ({ ...device, profile: shown.get(`${device.upload} ${device.row}`) ?? null }));
}
