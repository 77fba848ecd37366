import { z } from 'zod';
import { scopes } from '@/lib/auth/actor';

/** What a person says about an API client; shared by the form and the commands. */
export const clientInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Give the API client a name.')
    .max(50, 'A name has at most 50 characters.')
    .regex(/^[\p{L}\p{N} ._()-]*$/u, 'Use letters, digits, blanks and . _ ( ) - only.'),
  scopes: z
    .array(z.enum(scopes))
    .min(1, 'Choose at least one scope.')
    .transform((chosen) => scopes.filter((scope) => chosen.includes(scope))),
});
