import { and, eq, gt, inArray, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { deviceId, uploadOf } from '@/db/bulk/device-id';
import { batches, consents, deviceHashes, devices, makes, tenants, uploads } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { consentsInReach, registrarsInReach } from '@/lib/partners/reach';
import { withProfiles } from '@/lib/profiles/with-profiles';
import { query } from '@/lib/query';
import { spellingsOf } from './begins-with';
import { inBatch, make, ofMake } from './device-columns';
import { deviceFilter, searched, soughtBy } from './device-filter';
import { sizeOf } from './device-lots';
import { isMarked } from './device-marks';
import { atPlaces, type DevicePlace } from './device-places';
import { shortestSearch } from './device-search';
import { batchesNamed, findDevicesBy } from './find-devices';
import { findInLots, hasProfile } from './find-in-lots';
import { inLot, lotsOf, type OwnLot, oldestFirst, ownLots } from './own-devices';
import { placesOf } from './page-places';
import { matching } from './search-devices';

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

/** Devices of one customer that a search finds at most; who finds more has to say more. */
export const searchedAtMost = 1000;

/**
 * A customer's devices that the actor's organisation registered (DESIGN §3, rule 6), newest first, narrowed to what
 * `find-devices.ts` and `deviceFilter` say. All but a batch or an upload is sought: then `total` is at most
 * `searchedAtMost`, and `more` says whether there are others. Throws `not_found` for a customer the partner may not act for.
 */
export const listDevices = query({
  allow: 'devices:read',
  input: deviceFilter.extend({
    page: z.int().min(1).default(1),
    pageSize: z.int().min(1).max(200).default(50),
  }),
  async run(actor, { page, pageSize, ...filter }) {
    const { search, batchId } = filter;
    const { customer, lots, theirs } = await ownLots(requireTenant(actor).tenant, filter);
    const sought = soughtBy(filter);
    const skip = (page - 1) * pageSize;
    if (search === '' && sought.marks.length === 0 && !sought.profileId) {
      const items = await describeDevices(await placesOf(lots, batchId, skip, pageSize));
      return { customer, items: await withProfiles(items, 'partner'), total: sizeOf(lots), more: false };
    }
    const found =
      search === ''
        ? await findInLots(lots, sought, searchedAtMost + 1)
        : await findDevicesBy(search, { lots, theirs }, sought, searchedAtMost + 1);
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
  input: deviceFilter.extend({ after: z.uuid().optional() }),
  async run(actor, { after, ...filter }) {
    const { search, batchId } = filter;
    const { lots, theirs } = await ownLots(requireTenant(actor).tenant, filter);
    const { marks, profileId } = soughtBy(filter);
    const named = search === '' ? [] : await batchesNamed(search, theirs);
    const wanted = and(...marks.map(isMarked), profileId ? hasProfile(profileId) : undefined);
    const last = after === undefined ? undefined : uploadOf(after);
    const items: Awaited<ReturnType<typeof exportRows>> = [];
    for (const lot of lots.reverse()) {
      if (items.length >= exportedAtOnce) break;
      if (last && lot.uploadId < last.first) continue;
      const rest = last && lot.uploadId <= last.last ? gt(devices.row, last.row) : undefined;
      const found = search === '' ? undefined : foundIn(lot, search, named);
      const where = and(inLot(lot, batchId), wanted, found, rest);
      items.push(...(await exportRows(lot, where, exportedAtOnce - items.length)));
    }
    return items;
  },
});

export type ExportedDevice = Awaited<ReturnType<typeof exportDevices>>[number];

/** What `findDevicesBy` finds, said of the devices of one upload. */
function foundIn(lot: OwnLot, search: string, batchIds: string[]): SQL | undefined {
  const spellings = spellingsOf(search);
  return or(
    matching(search),
    inArray(devices.orderNumber, spellings),
    inArray(devices.groupTag, spellings),
    ...batchIds.map((batchId) => inLot(lot, batchId)),
  );
}

/** Devices found at most; who finds more has to say more. */
export const foundAtMost = 200;

/**
 * Devices of all customers that `findDevicesBy` finds, by customer and then newest first: the first of `foundAtMost`, and
 * whether there are `more`. Nothing for a text below `shortestSearch`. Only what is in reach.
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
    const among = { lots: await lotsOf(inReach), theirs: inReach };
    const found = await findDevicesBy(search, among, { marks: [] }, foundAtMost + 1);
    const items = await describeDevices(found.slice(0, foundAtMost));
    items.sort((a, b) => (a.customerSort < b.customerSort ? -1 : Number(a.customerSort > b.customerSort)));
    return { items, more: found.length > foundAtMost };
  },
});
