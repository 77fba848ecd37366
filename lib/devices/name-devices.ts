import { inArray } from 'drizzle-orm';
import { db } from '@/db';
import { deviceId } from '@/db/bulk/device-id';
import { uploads } from '@/db/schema';
import type { DevicePlace } from './device-places';

/** The same devices with the id each has outside, in their order. */
export async function nameDevices<Device extends DevicePlace>(devices: Device[]): Promise<(Device & { id: string })[]> {
  const numbers = [...new Set(devices.map(({ upload }) => upload))];
  if (numbers.length === 0) return [];
  const rows = await db
    .select({ id: uploads.id, number: uploads.number })
    .from(uploads)
    .where(inArray(uploads.number, numbers));
  const ids = new Map(rows.map(({ id, number }) => [number, id]));
  return devices.map((device) => ({ ...device, id: deviceId(ids.get(device.upload) as string, device.row) }));
}
