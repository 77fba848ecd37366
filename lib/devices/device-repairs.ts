import { asc, between, eq } from 'drizzle-orm';
import { db } from '@/db';
import { uploadOf } from '@/db/bulk/device-id';
import { deviceIdentities } from '@/db/schema';

/** What a device was known by before each of its repairs, oldest first; `at` is when that ended, by whom and why. */
export async function repairsOf(deviceId: string) {
  const found = await db
    .select({
      id: deviceIdentities.id,
      serial: deviceIdentities.serial,
      manufacturer: deviceIdentities.manufacturer,
      model: deviceIdentities.model,
      productKey: deviceIdentities.productKey,
      hashDigest: deviceIdentities.hashDigest,
      at: deviceIdentities.until,
      by: deviceIdentities.replacedBy,
      reason: deviceIdentities.reason,
    })
    .from(deviceIdentities)
    .where(eq(deviceIdentities.deviceId, deviceId))
    .orderBy(asc(deviceIdentities.until), asc(deviceIdentities.id));
  return found.map(({ hashDigest, ...identity }) => ({ ...identity, hasHash: hashDigest !== null }));
}

/** The rows of an upload whose devices were repaired. */
export async function repairedRows(uploadId: string): Promise<number[]> {
  const { first, last } = uploadOf(uploadId);
  const found = await db
    .selectDistinct({ id: deviceIdentities.deviceId })
    .from(deviceIdentities)
    .where(between(deviceIdentities.deviceId, first, last));
  return found.map(({ id }) => uploadOf(id).row);
}
