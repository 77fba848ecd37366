import { and, asc, eq, lte, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { deviceHashes, devices } from '@/db/schema';
import { dropAssignments } from '@/lib/profiles/assigned-devices';
import { identity } from './chosen-devices';
import { countDevices, tally } from './count-devices';
import { atPlaces, type DevicePlace } from './device-places';

/**
 * The one way a device stops being registered: with its hash and its profile, and counted. Under `lockDevices`; at most some thousand
 * devices, since they are all told: which they were, in no order.
 */
export async function removeDevices(where: SQL | undefined) {
  const gone = await db
    .delete(devices)
    .where(where)
    .returning({ upload: devices.upload, row: devices.row, movedTo: devices.movedTo, ...identity });
  for (const { upload, batchId, devices: count } of await tally(gone)) await countDevices(upload, batchId, -count);
  await dropAssignments(gone);
  await removeHashes(gone);
  return gone;
}

/** Devices of an upload that go in one transaction. */
const goAtOnce = 2000;

/** Removes the first devices of an upload, in file order, but not the rows `except`; `over` with the last of them. */
export async function removeFirst(upload: number, except: number[] = []): Promise<{ removed: number; over: boolean }> {
  // Our own numbers, so that they may be any number of them.
  const spared = except.length > 0 ? sql`${devices.row} not in (${sql.raw(except.join(', '))})` : undefined;
  const mine = and(eq(devices.upload, upload), spared);
  const next = await db
    .select({ row: devices.row })
    .from(devices)
    .where(mine)
    .orderBy(asc(devices.row))
    .limit(goAtOnce);
  const last = next.at(-1);
  if (last) await removeDevices(and(mine, lte(devices.row, last.row)));
  return { removed: next.length, over: next.length < goAtOnce };
}

/** Rows named in one statement. */
const atOnce = 500;

async function removeHashes(gone: DevicePlace[]): Promise<void> {
  for (let from = 0; from < gone.length; from += atOnce) {
    await db.delete(deviceHashes).where(atPlaces(deviceHashes, gone.slice(from, from + atOnce)));
  }
}
