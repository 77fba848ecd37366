import type { DeviceKeys, FoundDevice } from '@/db/bulk/devices';
import type { FormerDevice } from './former-identities';
import type { DeviceField } from './parse-header';
import type { RowCode } from './row-codes';
import { hasNoMake } from './seen-rows';

/** For whom rows are decided, and whose devices count as the partner's own. */
export interface Registrar {
  customerId: string;
  own: ReadonlySet<string>;
}

export interface Decision {
  code: Extract<RowCode, 'already_registered' | 'other_tenant' | 'other_registrar' | 'identity_mismatch'>;
  /** What the registered device was found by. */
  field: Extract<DeviceField, 'productKey' | 'hash' | 'serial'>;
  /** The row names what the device was known by before it was repaired. */
  repaired?: true;
}

/**
 * What registered devices say about a row that shares an identifier with them, or shared one before they were repaired; null
 * when there are none and the row is new. See docs/decisions/0010 and 0019.
 */
export function decideRow(
  row: DeviceKeys,
  found: FoundDevice[],
  registrar: Registrar,
  former: FormerDevice[] = [],
): Decision | null {
  const decision = decidePresent(row, found, registrar);
  if (decision?.code === 'already_registered') return decision;
  const isForeign = (device: FoundDevice) => device.customerId !== registrar.customerId;
  const was = former.find(
    (device) => !contradicts(row, device) && found.every((other) => other.id === device.id || isForeign(other)),
  );
  if (!was) return decision;
  const field = sharedField(row, was);
  if (!registrar.own.has(was.registrarId)) return { code: 'other_registrar', field };
  return { code: 'already_registered', field, repaired: true };
}

/** Who else holds a device weighs most, so that nobody learns anything about it; two hashes that differ prove nothing. */
function decidePresent(row: DeviceKeys, found: FoundDevice[], registrar: Registrar): Decision | null {
  const [first] = found;
  if (!first) return null;
  const foreign = found.find((device) => device.customerId !== registrar.customerId);
  if (foreign) return { code: 'other_tenant', field: sharedField(row, foreign) };
  if (found.some((device) => device.id !== first.id || contradicts(row, device))) {
    return { code: 'identity_mismatch', field: sharedField(row, first) };
  }
  const code = registrar.own.has(first.registrarId) ? 'already_registered' : 'other_registrar';
  return { code, field: sharedField(row, first) };
}

const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;

/** True where the two cannot be one device, whatever else they share. */
export function contradicts(row: DeviceKeys, device: DeviceKeys): boolean {
  if (differ(row.productKey, device.productKey) || differ(row.serial, device.serial)) return true;
  if (row.serial === null || device.serial === null || hasNoMake(row) || hasNoMake(device)) return false;
  return row.manufacturer !== device.manufacturer || row.model !== device.model;
}

function sharedField(row: DeviceKeys, device: DeviceKeys): Decision['field'] {
  if (row.productKey !== null && row.productKey === device.productKey) return 'productKey';
  if (row.hashDigest && device.hashDigest && row.hashDigest.equals(device.hashDigest)) return 'hash';
  return 'serial';
}
