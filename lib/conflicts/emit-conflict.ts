import { emit } from '@/lib/webhooks/emit';
import type { DeviceFacts } from './device-facts';
import { actingRegistrar, type Conflict } from './sides';

/** A device as events name it. */
export const deviceOf = ({ serial, manufacturer, model, productKey }: DeviceFacts) => ({
  serialNumber: serial,
  manufacturer,
  model,
  productKey,
});

/** Tells the programs of who asked how it stands, in the asker's own words and with nothing of the other side. */
export async function emitToAsker(conflict: Conflict): Promise<void> {
  const { id: conflictId, state, askerPartnerId, askerCustomerId: customerId } = conflict;
  const device = deviceOf(conflict);
  await emit(askerPartnerId, 'conflict.changed', { conflictId, side: 'asker', state, customerId, device });
}

/** The same to the partner that registered the device, as long as it may act for the customer that has it. */
export async function emitToHolder(conflict: Conflict): Promise<void> {
  const registrar = await actingRegistrar(conflict);
  if (!registrar) return;
  const { id: conflictId, state, holderCustomerId: customerId } = conflict;
  const device = deviceOf(conflict.registered);
  await emit(registrar, 'conflict.changed', { conflictId, side: 'holder', state, customerId, device });
}
