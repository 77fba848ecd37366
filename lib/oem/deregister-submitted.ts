import type { MaybeActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { deregisterOwn } from './deregister-own';
import type { OemDevice } from './device-input';
import { type DeviceResult, deregistered, notRegistered, outOfReach } from './device-result';
import { findOwn } from './own-queries';

/**
 * Deregisters the devices among these that the manufacturer registered, customer by customer, so that each customer's log has
 * an event of its own; resolves with what each was told, in their order.
 */
export async function deregisterSubmitted(actor: MaybeActor, devices: OemDevice[]): Promise<DeviceResult[]> {
  const found = await findOwn(actor, { devices });
  const byCustomer = new Map<string, string[]>();
  for (const each of found) {
    if ('refused' in each) continue;
    byCustomer.set(each.customerId, [...(byCustomer.get(each.customerId) ?? []), each.deviceId]);
  }
  const told = new Map<string, DeviceResult>();
  for (const [customerId, deviceIds] of byCustomer) {
    const outcome = await deregisterOwn(actor, { customerId, deviceIds }).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return null;
      throw error;
    });
    for (const id of deviceIds) told.set(id, outcome ? notRegistered : outOfReach);
    if (outcome?.ok) for (const id of outcome.deviceIds) told.set(id, deregistered);
  }
  return found.map((each) => ('refused' in each ? each.refused : (told.get(each.deviceId) ?? notRegistered)));
}
