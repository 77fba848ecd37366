import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { deviceChanges } from '@/db/schema';
import { now } from '@/lib/clock';

interface Change {
  deviceId: string;
  before: string | null;
  after: string | null;
}

/** Writes into the history of each device what a person changed about it; what stayed as it was is no change. */
export async function noteChanges(
  userId: string,
  what: (typeof deviceChanges.$inferSelect)['what'],
  changes: Change[],
): Promise<void> {
  const at = now();
  const rows = changes
    .filter(({ before, after }) => before !== after)
    .map((change) => ({ ...change, id: uuidv7(), userId, what, at }));
  if (rows.length > 0) await db.insert(deviceChanges).values(rows);
}
