import { z } from 'zod';
import { kindNames } from './kinds';

/** The switches as the page has them; what is not listed stays as it is. */
export const preferencesInput = z.object({
  preferences: z
    .array(z.object({ kind: z.enum(kindNames), inApp: z.boolean(), mail: z.boolean() }))
    .min(1)
    .max(kindNames.length),
});
