import { command } from '@/lib/command';
import { choiceInput } from './choice-input';
import { removeChosen } from './remove-chosen';

/**
 * Deregisters devices of one customer that the partner registered; `deregistered` says how many were still there. Outcome
 * `already_gone` when none was, as after a double click.
 */
export const deregisterDevices = command({
  allow: 'devices:register',
  input: choiceInput,
  audit: 'devices.removed',
  async run(context, choice) {
    const gone = await removeChosen(context, choice);
    if (gone.length === 0) return { ok: false, reason: 'already_gone' } as const;
    return { ok: true, deregistered: gone.length } as const;
  },
});
