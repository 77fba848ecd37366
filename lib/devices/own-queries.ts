import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { profiles, tenants, uploads } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { withProfiles } from '@/lib/profiles/with-profiles';
import { query } from '@/lib/query';
import { changesOf } from './device-changes';
import { searched } from './device-filter';
import { sizeOf } from './device-lots';
import { type DevicePlace, findPlaces } from './device-places';
import { lotsOf } from './own-devices';
import { placesOf } from './page-places';
import { describeDevices, searchedAtMost } from './queries';
import { searchDevices } from './search-devices';

/** What a list shows of these devices, with their profiles and who registered them. */
async function listed(places: DevicePlace[]) {
  const devices = await withProfiles(await describeDevices(places), 'customer');
  const ids = [...new Set(devices.map(({ registrarId }) => registrarId))];
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({ id: tenants.id, name: tenants.name, kind: tenants.kind })
          .from(tenants)
          .where(inArray(tenants.id, ids));
  // What the operator registered, its support did because the customer asked.
  const names = new Map(rows.map(({ id, name, kind }) => [id, kind === 'operator' ? `${name} support` : name]));
  return devices.map((device) => ({ ...device, registrarName: names.get(device.registrarId) ?? '' }));
}

/**
 * All devices that are registered for the actor's organization, whoever registered them, newest first, with the profile that
 * counts; searched by the beginning of serial number or product key: then `total` is at most `searchedAtMost`, and `more`
 * says whether there are others.
 */
export const listOwnDevices = query({
  allow: 'own_devices:read',
  input: z.object({
    search: searched,
    page: z.int().min(1).default(1),
    pageSize: z.int().min(1).max(200).default(50),
  }),
  async run(actor, { search, page, pageSize }) {
    const ours = eq(uploads.customerId, requireUser(actor).tenant.id);
    const skip = (page - 1) * pageSize;
    if (search === '') {
      const lots = await lotsOf(ours);
      const items = await listed(await placesOf(lots, undefined, skip, pageSize));
      return { items, total: sizeOf(lots), more: false };
    }
    const found = await searchDevices(search, ours, searchedAtMost + 1);
    const shown = found.slice(0, searchedAtMost);
    const items = await listed(shown.slice(skip, skip + pageSize));
    return { items, total: shown.length, more: found.length > searchedAtMost };
  },
});

/**
 * One of them, with the profile that a partner gave it beside the one that counts, and what became of its profiles, oldest first.
 * Throws `not_found` for a device of another organization, whether it exists or not.
 */
export const readOwnDevice = query({
  allow: 'own_devices:read',
  input: z.object({ deviceId: z.uuid() }),
  async run(actor, { deviceId }) {
    const { tenant } = requireUser(actor);
    const [device] = await listed(await findPlaces([deviceId], { customerId: tenant.id }));
    if (!device) throw new AppError('not_found');
    const [beside] = await withProfiles([device], 'partner');
    const [given] = await db
      .select({ name: profiles.name })
      .from(uploads)
      .innerJoin(profiles, eq(profiles.id, uploads.profileId))
      .where(eq(uploads.id, device.uploadId));
    return {
      ...device,
      partnerProfile: beside?.profile ?? null,
      /** The profile that it was registered with, by its name. */
      uploadProfile: given?.name ?? null,
      changes: await changesOf(deviceId, tenant),
    };
  },
});
