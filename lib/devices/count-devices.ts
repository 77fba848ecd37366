import { and, eq, inArray, sql, sum } from 'drizzle-orm';
import { db } from '@/db';
import { deviceCounts, uploads } from '@/db/schema';

/** Notes that so many devices of an upload came into a batch, or left it with a negative number; in the transaction of the change. */
export async function countDevices(upload: number, batchId: string, devices: number): Promise<void> {
  if (devices === 0) return;
  await db
    .insert(deviceCounts)
    .values({ upload, batchId, devices })
    .onConflictDoUpdate({
      target: [deviceCounts.upload, deviceCounts.batchId],
      set: { devices: sql`${deviceCounts.devices} + excluded.devices` },
    });
}

/** Where a device is: its upload's number and, where it was moved, the batch. */
interface Place {
  upload: number;
  movedTo: string | null;
}

/** How many of the devices are in which batch of which upload; the batch of an upload's own stands for not moved. */
export async function tally(places: Place[]): Promise<{ upload: number; batchId: string; devices: number }[]> {
  const numbers = [...new Set(places.map(({ upload }) => upload))];
  if (numbers.length === 0) return [];
  const rows = await db
    .select({ number: uploads.number, batchId: uploads.batchId })
    .from(uploads)
    .where(inArray(uploads.number, numbers));
  const own = new Map(rows.map(({ number, batchId }) => [number, batchId]));
  const counts = new Map<string, { upload: number; batchId: string; devices: number }>();
  for (const { upload, movedTo } of places) {
    const batchId = movedTo ?? own.get(upload);
    if (!batchId) throw new Error('an upload that registered a device has a batch');
    const count = counts.get(`${upload} ${batchId}`) ?? { upload, batchId, devices: 0 };
    counts.set(`${upload} ${batchId}`, { ...count, devices: count.devices + 1 });
  }
  return [...counts.values()];
}

/** Devices registered for a customer now, by the organization that registered them. */
export async function devicesByRegistrar(customerId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ registrarId: uploads.partnerId, total: sum(deviceCounts.devices) })
    .from(deviceCounts)
    .innerJoin(uploads, eq(uploads.number, deviceCounts.upload))
    .where(eq(uploads.customerId, customerId))
    .groupBy(uploads.partnerId);
  return new Map(rows.map(({ registrarId, total }) => [registrarId, Number(total)]));
}

/** Devices registered now by these registrars for a customer, by batch. */
export async function devicesByBatch(customerId: string, registrars: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ batchId: deviceCounts.batchId, total: sum(deviceCounts.devices) })
    .from(deviceCounts)
    .innerJoin(uploads, eq(uploads.number, deviceCounts.upload))
    .where(and(eq(uploads.customerId, customerId), inArray(uploads.partnerId, registrars)))
    .groupBy(deviceCounts.batchId);
  return new Map(rows.map(({ batchId, total }) => [batchId, Number(total)]));
}
