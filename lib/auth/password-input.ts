import { z } from 'zod';
import { vettedName } from '@/lib/consent/vetted-name';
import { mailAddress } from '@/lib/mail/mail-address';

export const shortestPassword = 12;
export const longestPassword = 128;

const newPassword = z
  .string('Enter a password.')
  .min(1, 'Enter a password.')
  .min(shortestPassword, `Use at least ${shortestPassword} characters: a sentence is easy to remember.`)
  .max(longestPassword, `Use at most ${longestPassword} characters.`);

/** What the page of a link sends; the token comes out of its cookie. */
export const setPasswordInput = z.object({ name: vettedName.optional(), password: newPassword });

export const changePasswordInput = z.object({
  current: z
    .string('Enter your present password.')
    .min(1, 'Enter your present password.')
    .max(longestPassword, `Passwords have at most ${longestPassword} characters.`),
  password: newPassword,
});

export const askPasswordInput = z.object({ email: mailAddress });
