import { z } from 'zod';

/** A mail address as people type it: trimmed, lower case, at most 254 characters. */
export const mailAddress = z
  .string('Enter a mail address.')
  .trim()
  .toLowerCase()
  .min(1, 'Enter a mail address.')
  .max(254, 'This mail address is too long.')
  .pipe(z.email('Enter a mail address such as name@contoso.com.'));
