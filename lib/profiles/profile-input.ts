import { z } from 'zod';
import { printable } from '@/lib/devices/receive-input';
import { profileSettings } from './settings';

const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What makes a profile, as a person or a program gives it. */
export const profileFields = z
  .object({
    name: z
      .string('Give the profile a name.')
      .max(1000)
      .transform(line)
      .pipe(
        z
          .string()
          .min(1, 'Give the profile a name.')
          .max(64, 'A name has at most 64 characters.')
          .regex(printable, 'A name cannot hold characters that are not seen.'),
      ),
    description: z
      .string()
      .max(5000)
      .default('')
      .transform(line)
      .pipe(
        z
          .string()
          .max(250, 'A description has at most 250 characters.')
          .regex(printable, 'A description cannot hold characters that are not seen.'),
      ),
    settings: z
      .array(z.enum(profileSettings))
      .max(20)
      .default([])
      .transform((given) => profileSettings.filter((setting) => given.includes(setting))),
    /** Who leaves the license terms out says with this that they are accepted for the customer. */
    acceptsTerms: z.boolean().default(false),
  })
  .refine(({ settings, acceptsTerms }) => acceptsTerms || !settings.includes('skip_eula'), {
    path: ['acceptsTerms'],
    message: 'To skip the license terms, confirm that you accept them for the customer.',
  });

/** For the audit event: the settings, and beside `skip_eula` that the terms were accepted by whoever did it. */
export const saidOf = ({ name, settings }: z.output<typeof profileFields>) => ({
  profile: name,
  settings,
  ...(settings.includes('skip_eula') ? { acceptsTerms: true } : {}),
});
