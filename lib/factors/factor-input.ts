import { z } from 'zod';
import { changePasswordInput } from '@/lib/auth/password-input';

const typed = z.string().trim().max(64, 'This is too long for a code.');

/** What the second step of signing in sends: a code of the app, or one for recovery. */
export const codeInput = z.object({ code: typed.min(1, 'Enter a code.') });

/** The first code of an app that has just been set up. */
export const firstCodeInput = z.object({
  code: typed
    .transform((code) => code.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Enter the 6 digits that the app shows.')),
});

/** Whoever changes what they sign in with says the present password once more. */
export const presentPassword = changePasswordInput.pick({ current: true });

/** A sealed ticket, as long as ours get. */
export const ticketInput = z.string().max(2000);
