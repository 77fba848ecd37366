import { z } from 'zod';
import { vettedName } from '@/lib/consent/vetted-name';
import { localeTags } from './locales';
import { timeZoneNamed } from './time-zones';

export const renameSelfInput = z.object({ name: vettedName });

const timeZone = z
  .string()
  .max(64, 'Choose a time zone from the list.')
  .transform((name, context) => {
    const known = timeZoneNamed(name);
    if (known) return known;
    context.addIssue({ code: 'custom', message: 'Choose a time zone from the list.' });
    return z.NEVER;
  });

/** How a person wants to read, the same schema in the form and in the command; null is what everybody gets. */
export const preferencesInput = z.object({
  locale: z.enum(localeTags, 'Choose a language from the list.').nullable(),
  timeZone: timeZone.nullable(),
  theme: z.enum(['light', 'dark'], 'Choose one of the themes.').nullable(),
});
