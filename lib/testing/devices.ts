import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db';
import { deviceId } from '@/db/bulk/device-id';
import { batches, deviceHashes, devices, makes, uploads } from '@/db/schema';
import { inBatch, make, ofMake } from '@/lib/devices/device-columns';

/** For tests: what is registered for a customer, whoever did it, as registered. */
export async function storedDevices(customerId: string) {
  const rows = await db
    .select({
      upload: devices.upload,
      row: devices.row,
      serial: devices.serial,
      productKey: devices.productKey,
      ...make,
      hashDigest: devices.hashDigest,
      groupTag: devices.groupTag,
      assignedUser: devices.assignedUser,
      orderNumber: devices.orderNumber,
      batchId: batches.id,
      uploadId: uploads.id,
      registrarId: uploads.partnerId,
      hash: deviceHashes.hash,
    })
    .from(devices)
    .innerJoin(uploads, eq(uploads.number, devices.upload))
    .innerJoin(batches, inBatch)
    .leftJoin(makes, ofMake)
    .leftJoin(deviceHashes, and(eq(deviceHashes.upload, devices.upload), eq(deviceHashes.row, devices.row)))
    .where(eq(uploads.customerId, customerId))
    .orderBy(asc(devices.upload), asc(devices.row));
  return rows.map((row) => ({ id: deviceId(row.uploadId, row.row), ...row }));
}
