import type { AlsoAbout } from '@/lib/command';
import { endRegistration } from '@/lib/devices/registration';
import { emit } from '@/lib/webhooks/emit';
import { closeVanished } from './close-vanished';
import { deviceOf } from './emit-conflict';
import { actingRegistrar, type Conflict } from './sides';

/**
 * Deregisters the device of a conflict that was just settled so, under `lockDevices`; false when that registration is gone.
 * Whoever else asked for the same device is told that it is free.
 */
export async function giveUpDevice(conflict: Conflict, also: AlsoAbout): Promise<boolean> {
  const { deviceId, holderCustomerId: customerId, registrarId } = conflict;
  if (!(await endRegistration(deviceId, { registrarId, customerId }))) return false;
  await closeVanished(customerId, also);
  const registrar = await actingRegistrar(conflict);
  if (registrar) {
    const devices = [deviceOf(conflict.registered)];
    await emit(registrar, 'devices.deregistered', { customerId, count: 1, devices });
  }
  return true;
}
