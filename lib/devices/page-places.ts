import { and, lte, max, min } from 'drizzle-orm';
import { db } from '@/db';
import { devices } from '@/db/schema';
import { cutPage } from './device-lots';
import type { DevicePlace } from './device-places';
import { inLot, newestFirst, type OwnLot } from './own-devices';

/** Devices passed over one by one at most, where their rows have gaps. */
const countable = 1000;

/** Where the devices of one page are: so many of the list passed over, so many taken. */
export async function placesOf(
  lots: OwnLot[],
  batchId: string | undefined,
  skip: number,
  take: number,
): Promise<DevicePlace[]> {
  const places: DevicePlace[] = [];
  for (const slice of cutPage(lots, skip, take)) {
    const lot = lots.find(({ upload }) => upload === slice.upload) as OwnLot;
    const last = slice.skip > countable ? await withoutGaps(lot, batchId) : null;
    const rows = await db
      .select({ upload: devices.upload, row: devices.row })
      .from(devices)
      .where(and(inLot(lot, batchId), last === null ? undefined : lte(devices.row, last - slice.skip)))
      .orderBy(newestFirst)
      .limit(slice.take)
      .offset(last === null ? slice.skip : 0);
    places.push(...rows);
  }
  return places;
}

/** The last row of a lot whose rows follow one another, so that a page of it can be reckoned; null where some are missing. */
async function withoutGaps(lot: OwnLot, batchId: string | undefined): Promise<number | null> {
  const ends = inLot(lot, batchId);
  const [[first], [last]] = await Promise.all([
    db
      .select({ row: min(devices.row) })
      .from(devices)
      .where(ends),
    db
      .select({ row: max(devices.row) })
      .from(devices)
      .where(ends),
  ]);
  if (first?.row == null || last?.row == null) return null;
  return last.row - first.row + 1 === lot.devices ? last.row : null;
}
