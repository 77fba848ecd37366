import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { devices, uploads } from '@/db/schema';
import { beginsWith } from './begins-with';
import type { Sought } from './device-filter';
import { isMarkedToo } from './device-marks';
import type { DevicePlace } from './device-places';
import { hasProfile } from './find-in-lots';

export const matching = (search: string): SQL | undefined => beginsWith(search, [devices.serial, devices.productKey]);

/** Devices that are in the batch: moved there, or of one of its uploads and not moved. */
function inBatchOf(batchId: string): SQL | undefined {
  const own = db.select({ number: uploads.number }).from(uploads).where(eq(uploads.batchId, batchId));
  return or(eq(devices.movedTo, batchId), and(isNull(devices.movedTo), inArray(sql`+${devices.upload}`, own)));
}

/**
 * Devices whose serial number or product key begins with the text, of uploads for which the condition holds: as many as asked
 * for at most, newest first. Reads ranges of the identifiers' indexes, whoever's devices lie there.
 */
export async function searchDevices(
  search: string,
  uploadsInReach: SQL | undefined,
  atMost: number,
  { batchId, marks, profileId }: Sought = { marks: [] },
): Promise<DevicePlace[]> {
  const reach = db.select({ number: uploads.number }).from(uploads).where(uploadsInReach);
  const places = await db
    .select({ upload: devices.upload, row: devices.row })
    .from(devices)
    .where(
      and(
        matching(search),
        // The plus keeps SQLite from going through all devices of those uploads instead.
        inArray(sql`+${devices.upload}`, reach),
        batchId ? inBatchOf(batchId) : undefined,
        ...marks.map(isMarkedToo),
        profileId ? hasProfile(profileId) : undefined,
      ),
    )
    .limit(atMost);
  return places.sort(newerFirst);
}

export const newerFirst = (a: DevicePlace, b: DevicePlace): number => b.upload - a.upload || b.row - a.row;
