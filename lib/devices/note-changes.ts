import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { deviceChanges } from '@/db/schema';
import type { Maker } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import type { DevicePlace } from './device-places';
import { nameDevices } from './name-devices';

interface Change extends DevicePlace {
  before: string | null;
  after: string | null;
}

/** Writes into the history of each device what a person changed about it; what stayed as it was is no change. */
export async function noteChanges(
  maker: Maker,
  what: (typeof deviceChanges.$inferSelect)['what'],
  changes: Change[],
): Promise<void> {
  const at = now();
  const { createdBy: userId, clientId } = maker;
  const changed = changes.filter(({ before, after }) => before !== after);
  const rows = (await nameDevices(changed)).map(({ id, before, after }) => {
    return { id: uuidv7(), deviceId: id, userId, clientId, what, before, after, at };
  });
  if (rows.length > 0) await db.insert(deviceChanges).values(rows);
}
