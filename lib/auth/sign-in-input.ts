import { z } from 'zod';

/** What the sign-in form sends. The lengths only keep nonsense from the hash; a wrong password is not told by its shape. */
export const signInInput = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, 'Enter your email address.')
    .max(254, 'This is too long for an address.'),
  password: z.string().min(1, 'Enter your password.').max(128, 'Passwords have at most 128 characters.'),
});
