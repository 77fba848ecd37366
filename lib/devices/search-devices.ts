import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { devices, uploads } from '@/db/schema';
import { beginsWith } from './begins-with';
import type { DevicePlace } from './device-places';

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
  batchId?: string,
): Promise<DevicePlace[]> {
  const reach = db.select({ number: uploads.number }).from(uploads).where(uploadsInReach);
  const places = await db
    .select({ upload: devices.upload, row: devices.row })
    .from(devices)
    // The plus keeps SQLite from going through all devices of those uploads instead.
    .where(and(matching(search), inArray(sql`+${devices.upload}`, reach), batchId ? inBatchOf(batchId) : undefined))
    .limit(atMost);
  return places.sort((a, b) => b.upload - a.upload || b.row - a.row);
}
