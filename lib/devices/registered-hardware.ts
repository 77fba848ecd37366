import { and, eq, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import type { DeviceKeys } from '@/db/bulk/devices';
import { numberMakes } from '@/db/bulk/makes';
import { deviceHashes, devices, makes, uploads } from '@/db/schema';
import { make, ofMake } from './device-columns';
import { atPlaces, type DevicePlace, type DeviceScope, findPlaces } from './device-places';
import { nameDevices } from './name-devices';

/** What a device is known by; the hash decoded. */
export interface Hardware extends DeviceKeys {
  hash: Buffer | null;
}

/** The device for which the condition holds, as it is registered: where, by whom, since when and by what it is known. */
export async function hardwareOf(device: SQL) {
  const [found] = await db
    .select({
      place: { upload: devices.upload, row: devices.row },
      registrarId: uploads.partnerId,
      since: devices.registeredAt,
      hardware: {
        serial: devices.serial,
        ...make,
        productKey: devices.productKey,
        hashDigest: devices.hashDigest,
        hash: deviceHashes.hash,
      },
    })
    .from(devices)
    .innerJoin(uploads, eq(uploads.number, devices.upload))
    .leftJoin(makes, ofMake)
    .leftJoin(deviceHashes, and(eq(deviceHashes.upload, devices.upload), eq(deviceHashes.row, devices.row)))
    .where(device);
  return found;
}

/** Registers a device under other hardware; what it had is forgotten here. Under `lockDevices`. */
export async function setHardware(place: DevicePlace, { hash, ...hardware }: Hardware): Promise<void> {
  const { serial, productKey, hashDigest } = hardware;
  const makeOf = await numberMakes([hardware]);
  await db
    .update(devices)
    .set({ serial, make: makeOf(hardware), productKey, hashDigest })
    .where(atPlaces(devices, [place]));
  await db.delete(deviceHashes).where(atPlaces(deviceHashes, [place]));
  if (hash) await db.insert(deviceHashes).values({ ...place, hash });
}

/** Those of these devices that are registered still, with what people know them by. */
export async function stillRegistered(deviceIds: string[], scope: DeviceScope) {
  const places = await findPlaces([...new Set(deviceIds)], scope);
  const rows = await db
    .select({ upload: devices.upload, row: devices.row, serial: devices.serial, productKey: devices.productKey })
    .from(devices)
    .where(atPlaces(devices, places));
  return nameDevices(rows);
}
