import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import {
  apiClients,
  batches,
  consents,
  deviceHashes,
  devices,
  makes,
  profiles,
  tenants,
  uploads,
  users,
} from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { makerName } from '@/lib/clients/maker-name';
import { AppError } from '@/lib/errors';
import { consentsInReach, registrarsInReach } from '@/lib/partners/reach';
import { withProfiles } from '@/lib/profiles/with-profiles';
import { query } from '@/lib/query';
import { changesOf } from './device-changes';
import { inBatch, make, ofMake } from './device-columns';
import { atPlaces, type DevicePlace, findPlaces } from './device-places';
import { repairsOf } from './device-repairs';

/** What is registered at a place, as far as more holds for it, with the names that go with it; for gates that say whose it may be. */
export async function deviceAt(places: DevicePlace[], more?: SQL) {
  const [device] = await db
    .select({
      serial: devices.serial,
      ...make,
      productKey: devices.productKey,
      hash: deviceHashes.row,
      groupTag: devices.groupTag,
      assignedUser: devices.assignedUser,
      orderNumber: devices.orderNumber,
      registeredAt: devices.registeredAt,
      upload: devices.upload,
      row: devices.row,
      batchId: batches.id,
      batch: batches.name,
      customerId: tenants.id,
      customerName: tenants.name,
      uploadId: uploads.id,
      uploadPartnerId: uploads.partnerId,
      fileName: uploads.fileName,
      uploadedBy: makerName,
      uploadProfile: profiles.name,
    })
    .from(devices)
    .innerJoin(uploads, eq(uploads.number, devices.upload))
    .innerJoin(batches, inBatch)
    .innerJoin(tenants, eq(tenants.id, uploads.customerId))
    .leftJoin(users, eq(users.id, uploads.createdBy))
    .leftJoin(apiClients, eq(apiClients.id, uploads.clientId))
    .leftJoin(makes, ofMake)
    .leftJoin(profiles, eq(profiles.id, uploads.profileId))
    .leftJoin(deviceHashes, and(eq(deviceHashes.upload, devices.upload), eq(deviceHashes.row, devices.row)))
    .where(and(atPlaces(devices, places), more));
  if (!device) return null;
  const { hash, ...facts } = device;
  return { ...facts, hasHash: hash !== null };
}

/**
 * One device with its whole history: from which upload and row it came, by whom, and every change since, oldest first; of
 * profiles what partners gave it. Throws `not_found` for a device that is not in the partner's reach, whether it exists or
 * not.
 */
export const readDevice = query({
  allow: 'devices:read',
  input: z.object({ deviceId: z.uuid() }),
  async run(actor, { deviceId }) {
    const partner = requireTenant(actor).tenant;
    const inReach = db.select({ id: consents.customerId }).from(consents).where(consentsInReach(partner));
    const places = await findPlaces([deviceId], { registrars: await registrarsInReach(partner) });
    const device = await deviceAt(places, inArray(uploads.customerId, inReach));
    if (!device) throw new AppError('not_found');
    const { uploadPartnerId, upload, ...facts } = device;
    const [shown] = await withProfiles([{ upload, row: facts.row }], 'partner');
    return {
      id: deviceId,
      ...facts,
      profile: shown?.profile ?? null,
      /** The upload's own page is its sender's organization's. */
      ownUpload: uploadPartnerId === partner.id,
      changes: await changesOf(deviceId, partner),
      repairs: await repairsOf(deviceId),
    };
  },
});

export type DeviceDetail = Awaited<ReturnType<typeof readDevice>>;

/** The same for whoever may give it other hardware. */
export const repairTarget = query({
  allow: 'devices:register',
  input: z.object({ deviceId: z.uuid() }),
  run: readDevice,
});
