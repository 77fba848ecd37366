import { z } from 'zod';
import { handlingText } from '@/lib/consent/plain-text';

/** Why support does something about a partner's request: what its dialogs ask for. */
export const handlingReason = z.object({ reason: handlingText });
