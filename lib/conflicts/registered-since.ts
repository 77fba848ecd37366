import { findDevices } from '@/db/bulk/devices';
import type { Conflict } from './sides';
import { isOpen } from './state';

/**
 * Which of these conflicts are about devices that the asker's customer has by now, by their serial number or product key; one
 * that is known by its hardware hash alone is not looked for.
 */
export async function registeredSince(conflicts: Conflict[]): Promise<Set<string>> {
  const settled = conflicts.filter(({ state }) => !isOpen(state));
  const found = await findDevices(
    settled.map(({ serial, manufacturer, model, productKey }) => ({
      serial: serial || null,
      manufacturer,
      model,
      productKey: productKey || null,
      hashDigest: null,
    })),
  );
  return new Set(
    found.flatMap(({ at, customerId }) => {
      const conflict = settled[at];
      return conflict?.askerCustomerId === customerId ? [conflict.id] : [];
    }),
  );
}
