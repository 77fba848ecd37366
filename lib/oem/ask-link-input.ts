import { z } from 'zod';
import { oemLinkNote } from '@/lib/consent/plain-text';
import { vettedName } from '@/lib/consent/vetted-name';
import { mailAddress } from '@/lib/mail/mail-address';
import { readMakes } from './read-makes';

const website = z
  .string('Enter the address of your website.')
  .trim()
  .min(1, 'Enter the address of your website.')
  .max(200, 'This address is too long. Enter the one of your home page.')
  .transform((typed) => (/^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`))
  .pipe(
    z.url({
      protocol: /^https?$/,
      hostname: z.regexes.domain,
      error: 'Enter a web address such as https://www.contoso.com.',
    }),
  );

const makes = z.string('Enter at least one manufacturer name.').transform((typed, context) => {
  const read = readMakes(typed);
  if (read.ok) return read.makes;
  context.addIssue({ code: 'custom', message: read.problem });
  return z.NEVER;
});

/** What an OEM says about itself when it asks for its consent link; `makes` is typed one per line. */
export const askLinkInput = z.object({
  website,
  makes,
  contactName: vettedName,
  contactEmail: mailAddress,
  note: oemLinkNote,
});
