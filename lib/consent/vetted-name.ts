import { z } from 'zod';
import { vetName } from './vet-name';

/** `vetName` as a schema: gives the normalised name or the sentence that says what to change. */
export const vettedName = z.string('Enter a name.').transform((typed, context) => {
  const vetted = vetName(typed);
  if (vetted.ok) return vetted.value;
  context.addIssue({ code: 'custom', message: vetted.problem });
  return z.NEVER;
});
