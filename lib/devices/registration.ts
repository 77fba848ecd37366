import { bulkDevices, type DeviceKeys, type FoundDevice } from '@/db/bulk/devices';
import { devices } from '@/db/schema';
import { type Decision, decideRow, type Registrar } from './decide-row';
import { atPlaces, findPlaces } from './device-places';
import { findFormer } from './former-identities';
import { removeDevices } from './remove-devices';

/** Takes back this very registration, and says whether it was still there. Under `lockDevices`. */
export async function endRegistration(
  deviceId: string,
  { registrarId, customerId }: { registrarId: string; customerId: string },
): Promise<boolean> {
  const places = await findPlaces([deviceId], { registrars: [registrarId], customerId });
  const gone = await removeDevices(atPlaces(devices, places));
  return gone.length > 0;
}

/**
 * What registering a device would be told now, inside the open transaction: `decision` is null for one that is new, and
 * `holder` is who has it where that is another customer.
 */
export async function whoHolds(
  keys: DeviceKeys,
  registrar: Registrar,
): Promise<{ decision: Decision | null; holder: FoundDevice | null }> {
  const found = await bulkDevices().find([keys]);
  const decision = decideRow(keys, found, registrar, await findFormer(registrar.customerId, [keys]));
  const foreign = found.find(({ customerId }) => customerId !== registrar.customerId);
  return { decision, holder: decision?.code === 'other_tenant' ? (foreign ?? null) : null };
}
