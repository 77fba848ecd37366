import { requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { closeVanished } from '@/lib/conflicts/close-vanished';
import { emit } from '@/lib/webhooks/emit';
import { choiceInput } from './choice-input';
import { chosenDevices, namesOf } from './chosen-devices';
import { devicesOf } from './emit-upload';
import { lockDevices } from './lock-devices';
import { removeDevices } from './remove-devices';

/**
 * Deregisters devices of one customer that the partner registered; `deregistered` says how many were still there. Outcome
 * `already_gone` when none was, as after a double click.
 */
export const deregisterDevices = command({
  allow: 'devices:register',
  input: choiceInput,
  audit: 'devices.removed',
  async run({ actor, about, also }, choice) {
    const partner = requireTenant(actor).tenant;
    await lockDevices();
    const gone = await removeDevices(await chosenDevices(partner, choice));
    if (gone.length === 0) return { ok: false, reason: 'already_gone' } as const;
    const { customerId } = choice;
    await closeVanished(customerId, also);
    await emit(partner.id, 'devices.deregistered', { customerId, count: gone.length, devices: devicesOf(gone) });
    const detail = { deregistered: gone.length, identifiers: namesOf(gone) };
    about({ customerId, partnerId: partner.id, detail });
    return { ok: true, deregistered: gone.length } as const;
  },
});
