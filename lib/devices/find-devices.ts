import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { batches, deviceCounts, uploads } from '@/db/schema';
import { spellingsOf } from './begins-with';
import type { Sought } from './device-filter';
import { devicesMarked } from './device-marks';
import type { DevicePlace } from './device-places';
import { findInLots } from './find-in-lots';
import { lotsOf, type OwnLot } from './own-devices';
import { newerFirst, searchDevices } from './search-devices';

/** Batches that a search looks into at most. */
const batchesAtMost = 20;

/** Batches that devices of these uploads are in, whose name begins with the text. */
export async function batchesNamed(search: string, theirs: SQL | undefined): Promise<string[]> {
  const key = search.toLowerCase();
  const used = db
    .select({ id: deviceCounts.batchId })
    .from(deviceCounts)
    .innerJoin(uploads, eq(uploads.number, deviceCounts.upload))
    .where(theirs);
  const rows = await db
    .select({ id: batches.id })
    .from(batches)
    .where(and(inArray(batches.id, used), sql`substr(${batches.nameKey}, 1, ${[...key].length}) = ${key}`))
    .orderBy(asc(batches.nameKey), asc(batches.id))
    .limit(batchesAtMost);
  return rows.map(({ id }) => id);
}

/**
 * Devices among these lots, which are those of `theirs`: whose serial number or product key begins with the text, whose order
 * number or group tag is the text, or whose batch's name begins with it. So many at most, newest first.
 */
export async function findDevicesBy(
  search: string,
  { lots, theirs }: { lots: OwnLot[]; theirs: SQL | undefined },
  sought: Sought,
  atMost: number,
): Promise<DevicePlace[]> {
  const found = [await searchDevices(search, theirs, atMost, sought)];
  for (const value of spellingsOf(search)) {
    for (const column of ['orderNumber', 'groupTag'] as const) {
      const marks = [...devicesMarked(column, value), ...sought.marks];
      found.push(await findInLots(lots, { ...sought, marks }, atMost));
    }
  }
  // Who chose a batch already seeks within it.
  if (!sought.batchId) {
    for (const batchId of await batchesNamed(search, theirs)) {
      found.push(await findInLots(await lotsOf(theirs, batchId), { ...sought, batchId }, atMost));
    }
  }
  const places = new Map(found.flat().map((place) => [`${place.upload} ${place.row}`, place]));
  return [...places.values()].sort(newerFirst).slice(0, atMost);
}
