import { z } from 'zod';
import { nameChangeText } from '@/lib/consent/plain-text';
import { vettedName } from '@/lib/consent/vetted-name';

/** The name that a partner wants, and why. */
export const askNameInput = z.object({ name: vettedName, note: nameChangeText });
