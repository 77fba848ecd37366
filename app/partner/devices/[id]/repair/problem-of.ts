import type { HardwareField } from '@/lib/devices/repair-input';
import { rowCodes } from '@/lib/devices/row-codes';
import type { repair } from './actions';

type Refused = Extract<Awaited<ReturnType<typeof repair>>, { ok: false }>;

const sentences: Partial<Record<Refused['reason'], string>> = {
  already_registered:
    'Another device of this customer has it. Correct it, or deregister that device first if it is the same one.',
  identity_mismatch: 'Together these identifiers belong to other devices. Correct them.',
};

/** Why a repair was refused, and at which field that is said. */
export function problemOf(answer: Refused): { field: HardwareField | 'reason' | 'root'; message: string } {
  switch (answer.reason) {
    case 'same_hardware':
      return { field: 'root', message: 'All of this is registered already. Fill in what was replaced.' };
    case 'error': {
      const [field, message] = Object.entries(answer.fields)[0] ?? ['root', answer.message];
      return { field: field as HardwareField | 'reason', message };
    }
    default:
      return { field: answer.field, message: sentences[answer.reason] ?? rowCodes[answer.reason].sentence };
  }
}
