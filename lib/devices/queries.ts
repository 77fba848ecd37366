import { and, eq, gt, inArray, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { deviceId, uploadOf } from '@/db/bulk/device-id';
import { batches, consents, deviceHashes, devices, makes, tenants, uploads } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { consentsInReach, registrarsInReach } from '@/lib/partners/reach';
import { withProfiles } from '@/lib/profiles/with-profiles';
import { query } from '@/lib/query';
import { inBatch, make, ofMake } from './device-columns';
import { sizeOf } from './device-lots';
import { atPlaces, type DevicePlace } from './device-places';
import { shortestSearch } from './device-search';
import { inLot, type OwnLot, oldestFirst, ownLots } from './own-devices';
import { placesOf } from './page-places';
import { matching, searchDevices } from './search-devices';

/** What every list of devices shows, of the devices at these places, in their order. */
export async function describeDevices(places: DevicePlace[]) {
  const rows = await db
    .select({
      upload: devices.upload,
      row: devices.row,
      serial: devices.serial,
      productKey: devices.productKey,
      ...make,
      groupTag: devices.groupTag,
      batch: batches.name,
      registeredAt: devices.registeredAt,
      uploadId: uploads.id,
      registrarId: uploads.partnerId,
      customerId: tenants.id,
      customerName: tenants.name,
      customerSort: tenants.sortName,
    })
    .from(devices)
    .innerJoin(uploads, eq(uploads.number, devices.upload))
    .innerJoin(batches, inBatch)
    .innerJoin(tenants, eq(tenants.id, uploads.customerId))
    .leftJoin(makes, ofMake)
    .where(atPlaces(devices, places));
  const order = new Map(places.map(({ upload, row }, at) => [`${upload} ${row}`, at]));
  const at = ({ upload, row }: DevicePlace) => order.get(`${upload} ${row}`) ?? 0;
  return rows.sort((a, b) => at(a) - at(b)).map((row) => ({ id: deviceId(row.uploadId, row.row), ...row }));
}

export const searched = z.string().trim().max(200).default('');

/** Devices of one customer that a search finds at most; who finds more has to say more. */
export const searchedAtMost = 1000;

/**
 * A customer's devices that the actor's organisation registered (DESIGN §3, rule 6), newest first, searched by the beginning
 * of serial number or product key: then `total` is at most `searchedAtMost`, and `more` says whether there are others. Throws
 * `not_found` for a customer the partner may not act for.
 */
export const listDevices = query({
  allow: 'devices:read',
  input: z.object({
    customerId: z.uuid(),
    search: searched,
    batchId: z.uuid().optional(),
    page: z.int().min(1).default(1),
    pageSize: z.int().min(1).max(200).default(50),
  }),
  async run(actor, { customerId, search, batchId, page, pageSize }) {
    const partner = requireTenant(actor).tenant;
    const { customer, lots, theirs } = await ownLots(partner, { customerId, batchId });
    const skip = (page - 1) * pageSize;
    if (search === '') {
      const items = await describeDevices(await placesOf(lots, batchId, skip, pageSize));
      return { customer, items: await withProfiles(items, 'partner'), total: sizeOf(lots), more: false };
    }
    const found = await searchDevices(search, theirs, searchedAtMost + 1, batchId);
    const shown = found.slice(0, searchedAtMost);
    const items = await describeDevices(shown.slice(skip, skip + pageSize));
    return {
      customer,
      items: await withProfiles(items, 'partner'),
      total: shown.length,
      more: found.length > searchedAtMost,
    };
  },
});

/** Hashes are 4,000 characters each. */
const exportedAtOnce = 500;

/** The next devices of one upload after a row, as an export shows them. */
async function exportRows(lot: OwnLot, where: SQL | undefined, limit: number) {
  const rows = await db
    .select({
      row: devices.row,
      serial: devices.serial,
      productKey: devices.productKey,
      hash: deviceHashes.hash,
      ...make,
      groupTag: devices.groupTag,
      assignedUser: devices.assignedUser,
      orderNumber: devices.orderNumber,
    })
    .from(devices)
    .leftJoin(makes, ofMake)
    .leftJoin(deviceHashes, and(eq(deviceHashes.upload, devices.upload), eq(deviceHashes.row, devices.row)))
    .where(where)
    .orderBy(oldestFirst)
    .limit(limit);
  return rows.map(({ row, hash, ...device }) => {
    return { id: deviceId(lot.uploadId, row), ...device, hash: hash?.toString('base64') };
  });
}

/** The next devices of the same list, oldest first, with their hashes: those after the device `after`; none at the end. */
export const exportDevices = query({
  allow: 'devices:read',
  input: z.object({ customerId: z.uuid(), search: searched, batchId: z.uuid().optional(), after: z.uuid().optional() }),
  async run(actor, { customerId, search, batchId, after }) {
    const { lots } = await ownLots(requireTenant(actor).tenant, { customerId, batchId });
    const found = search === '' ? undefined : matching(search);
    const last = after === undefined ? undefined : uploadOf(after);
    const items: Awaited<ReturnType<typeof exportRows>> = [];
    for (const lot of lots.reverse()) {
      if (items.length >= exportedAtOnce) break;
      if (last && lot.uploadId < last.first) continue;
      const rest = last && lot.uploadId <= last.last ? gt(devices.row, last.row) : undefined;
      items.push(...(await exportRows(lot, and(inLot(lot, batchId), found, rest), exportedAtOnce - items.length)));
    }
    return items;
  },
});

export type ExportedDevice = Awaited<ReturnType<typeof exportDevices>>[number];

/** Devices found at most; who finds more has to say more. */
export const foundAtMost = 200;

/**
 * Devices of all customers whose serial number or product key begins with the text, by customer and then newest first: the
 * first of `foundAtMost`, and whether there are `more`. Nothing for a text below `shortestSearch`. Only what is in reach.
 */
export const findDevices = query({
  allow: 'devices:read',
  input: z.object({ search: searched }),
  async run(actor, { search }) {
    if (search.length < shortestSearch) return { items: [], more: false };
    const partner = requireTenant(actor).tenant;
    const customers = db.select({ id: consents.customerId }).from(consents).where(consentsInReach(partner));
    const inReach = and(
      inArray(uploads.partnerId, await registrarsInReach(partner)),
      inArray(uploads.customerId, customers),
    );
    const found = await searchDevices(search, inReach, foundAtMost + 1);
    const items = await describeDevices(found.slice(0, foundAtMost));
    items.sort((a, b) => (a.customerSort < b.customerSort ? -1 : Number(a.customerSort > b.customerSort)));
    return { items, more: found.length > foundAtMost };
  },
});
