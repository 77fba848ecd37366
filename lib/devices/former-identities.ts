import { and, eq, inArray, or } from 'drizzle-orm';
import { db } from '@/db';
import type { DeviceKeys } from '@/db/bulk/devices';
import { deviceIdentities } from '@/db/schema';
import { stillRegistered } from './registered-hardware';
import { hasNoMake } from './seen-rows';

/** What a registered device was known by before it was repaired. */
export interface FormerDevice extends DeviceKeys {
  /** Position of the keys it was found by. */
  at: number;
  id: string;
  registrarId: string;
}

/** Three values for each, well below the number of parameters a statement may have on either engine. */
const atOnce = 500;

const kept = <T>(values: (T | null)[]): T[] => values.filter((value) => value !== null);

function shares(key: DeviceKeys, former: DeviceKeys): boolean {
  if (key.productKey !== null && key.productKey === former.productKey) return true;
  if (key.hashDigest && former.hashDigest?.equals(key.hashDigest)) return true;
  if (key.serial === null || key.serial !== former.serial) return false;
  if (hasNoMake(key) || hasNoMake(former)) return true;
  return key.manufacturer === former.manufacturer && key.model === former.model;
}

/**
 * The registered devices of a customer that these keys meant before a repair; the like of `find` in `db/bulk/`. Most
 * customers had no device repaired, which costs one look.
 */
export async function findFormer(customerId: string, keys: DeviceKeys[]): Promise<FormerDevice[]> {
  const theirs = eq(deviceIdentities.customerId, customerId);
  const any = await db.select({ id: deviceIdentities.id }).from(deviceIdentities).where(theirs).limit(1);
  if (any.length === 0) return [];
  const found: FormerDevice[] = [];
  for (let from = 0; from < keys.length; from += atOnce) {
    const some = keys.slice(from, from + atOnce);
    const sought = or(
      inArray(deviceIdentities.serial, kept(some.map(({ serial }) => serial))),
      inArray(deviceIdentities.productKey, kept(some.map(({ productKey }) => productKey))),
      inArray(deviceIdentities.hashDigest, kept(some.map(({ hashDigest }) => hashDigest))),
    );
    const rows = await db.select().from(deviceIdentities).where(and(theirs, sought));
    const registrars = [...new Set(rows.map(({ registrarId }) => registrarId))];
    const ids = rows.map(({ deviceId }) => deviceId);
    const registered = new Set((await stillRegistered(ids, { registrars, customerId })).map(({ id }) => id));
    for (const { deviceId, ...row } of rows) {
      if (!registered.has(deviceId)) continue;
      for (const [at, key] of some.entries()) {
        if (shares(key, row)) found.push({ ...row, at: from + at, id: deviceId });
      }
    }
  }
  return found;
}
