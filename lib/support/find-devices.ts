import { asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { db } from '@/db';
import { deviceId } from '@/db/bulk/device-id';
import { alias } from '@/db/columns';
import { deviceIdentities, devices, makes, tenants, uploads } from '@/db/schema';
import { spellingsOf, startingWith } from '@/lib/devices/begins-with';
import { decodeHash } from '@/lib/devices/decode-hash';
import { ofMake } from '@/lib/devices/device-columns';
import { atPlaces, type DevicePlace, findPlaces } from '@/lib/devices/device-places';
import { paths } from '@/lib/paths';
import { type Found, foundAtMost } from './found';

const customers = alias(tenants, 'customers');
const registrars = alias(tenants, 'registrars');
const limit = foundAtMost + 1;

/** The SHA-256 that the text is, or that the hardware hash has which it is; null when it is neither. */
function digestOf(text: string): Buffer | null {
  const compact = text.replace(/\s/g, '');
  if (/^[0-9a-f]{64}$/i.test(compact)) return Buffer.from(compact, 'hex');
  const isHash = compact.length > 200 && /^[A-Za-z0-9+/]+=*$/.test(compact);
  return isHash ? decodeHash(compact).hashDigest : null;
}

async function described(places: DevicePlace[]): Promise<Found[]> {
  const rows = await db
    .select({
      row: devices.row,
      serial: devices.serial,
      productKey: devices.productKey,
      manufacturer: makes.manufacturer,
      model: makes.model,
      uploadId: uploads.id,
      customer: customers.name,
      registrar: registrars.name,
    })
    .from(devices)
    .innerJoin(uploads, eq(uploads.number, devices.upload))
    .innerJoin(customers, eq(customers.id, uploads.customerId))
    .innerJoin(registrars, eq(registrars.id, uploads.partnerId))
    .leftJoin(makes, ofMake)
    .where(atPlaces(devices, places));
  return rows.map(({ row, serial, productKey, manufacturer, model, uploadId, customer, registrar }) => {
    const id = deviceId(uploadId, row);
    const make = `${manufacturer ?? ''} ${model ?? ''}`.trim();
    const detail = [make, `${customer}, registered by ${registrar}`].filter(Boolean).join(', ');
    return {
      kind: 'device',
      id,
      name: serial ?? productKey ?? 'Device without serial number',
      detail,
      href: paths.supportDevice(id),
    };
  });
}

/** One range of one index for each spelling: the first of many is read, and not all of them. */
const ranges = (columns: PgColumn[], text: string) =>
  columns.flatMap((column) => spellingsOf(text).map((spelling) => ({ column, where: startingWith(column, spelling) })));

const placesOf = (where: SQL | undefined, column: PgColumn) =>
  db.select({ upload: devices.upload, row: devices.row }).from(devices).where(where).orderBy(asc(column)).limit(limit);

const formerly = (where: SQL | undefined, column: PgColumn) =>
  db
    .select({
      id: deviceIdentities.deviceId,
      serial: deviceIdentities.serial,
      productKey: deviceIdentities.productKey,
      customer: tenants.name,
    })
    .from(deviceIdentities)
    .innerJoin(tenants, eq(tenants.id, deviceIdentities.customerId))
    .where(where)
    .orderBy(asc(column))
    .limit(limit);

/**
 * Devices by any of what they are or were known by: serial number and product key by their beginning, a hardware hash or its
 * SHA-256 as a whole.
 */
export async function devicesBy(text: string): Promise<Found[]> {
  const digest = digestOf(text);
  const now = digest
    ? [{ column: devices.hashDigest, where: eq(devices.hashDigest, digest) }]
    : ranges([devices.serial, devices.productKey], text);
  const then = digest
    ? [{ column: deviceIdentities.hashDigest, where: eq(deviceIdentities.hashDigest, digest) }]
    : ranges([deviceIdentities.serial, deviceIdentities.productKey], text);
  const places = (await Promise.all(now.map(({ where, column }) => placesOf(where, column)))).flat();
  const former = (await Promise.all(then.map(({ where, column }) => formerly(where, column)))).flat();
  return [
    ...(await described(places.slice(0, limit * 2))),
    ...former.map(({ id, serial, productKey, customer }) => ({
      kind: 'device' as const,
      id,
      name: serial ?? productKey ?? 'Device without serial number',
      detail: `Known by this before a repair, ${customer}`,
      href: paths.supportDevice(id),
    })),
  ];
}

/** The device of this id; one that is no longer registered is found by its upload. */
export async function deviceBy(id: string): Promise<Found[]> {
  const [place] = await findPlaces([id], { everybodys: true });
  if (!place) return [];
  const found = await described([place]);
  if (found.length > 0) return found;
  const [upload] = await db
    .select({ id: uploads.id, rows: uploads.doneRows, customer: tenants.name })
    .from(uploads)
    .innerJoin(tenants, eq(tenants.id, uploads.customerId))
    .where(inArray(uploads.number, [place.upload]));
  if (!upload || place.row < 1 || place.row > upload.rows) return [];
  const detail = `Not registered now; row ${place.row} of an upload for ${upload.customer}`;
  return [{ kind: 'device', id, name: 'Device', detail, href: paths.supportDevice(id) }];
}
