import { command } from '@/lib/command';
import { choiceInput } from '@/lib/devices/choice-input';
import { nameDevices } from '@/lib/devices/name-devices';
import { removeChosen } from '@/lib/devices/remove-chosen';

/**
 * Deregisters devices of one customer that the manufacturer registered; `deviceIds` says which were still there. Outcome
 * `already_gone` when none was. Throws `not_found` for a customer that does not consent.
 */
export const deregisterOwn = command({
  allow: 'oem_devices:register',
  input: choiceInput,
  audit: 'devices.removed',
  async run(context, choice) {
    const gone = await removeChosen(context, choice);
    if (gone.length === 0) return { ok: false, reason: 'already_gone' } as const;
    return { ok: true, deviceIds: (await nameDevices(gone)).map(({ id }) => id) } as const;
  },
});
