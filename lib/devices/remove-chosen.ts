import type { z } from 'zod';
import { requireTenant } from '@/lib/auth/actor';
import type { CommandContext } from '@/lib/command';
import { closeVanished } from '@/lib/conflicts/close-vanished';
import { emit } from '@/lib/webhooks/emit';
import type { choiceInput } from './choice-input';
import { chosenDevices, namesOf } from './chosen-devices';
import { devicesOf } from './emit-upload';
import { lockDevices } from './lock-devices';
import { removeDevices } from './remove-devices';

/**
 * Deregisters what a partner chose of one customer's devices, as far as they are in its reach, and tells everybody concerned;
 * in the command's transaction. Answers the devices that were still there.
 */
export async function removeChosen({ actor, about, also }: CommandContext, choice: z.output<typeof choiceInput>) {
  const partner = requireTenant(actor).tenant;
  await lockDevices();
  const gone = await removeDevices(await chosenDevices(partner, choice));
  if (gone.length === 0) return gone;
  const { customerId } = choice;
  await closeVanished(customerId, also);
  await emit(partner.id, 'devices.deregistered', { customerId, count: gone.length, devices: devicesOf(gone) });
  about({ customerId, partnerId: partner.id, detail: { deregistered: gone.length, identifiers: namesOf(gone) } });
  return gone;
}
