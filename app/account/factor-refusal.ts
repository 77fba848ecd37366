import { inMinutes } from '@/lib/auth/wait-words';

/** What a change of one's second factor answers. */
export type FactorResult =
  | { ok: true; codes: string[] | null }
  | { ok: false; reason: string; message?: string; wait?: number };

const sentences: Record<string, string> = {
  wrong_code: 'This is not the code of this app. Check your device’s clock.',
  offer_expired: 'The QR code has run out or was used. Reload the page for a new one.',
  not_set_up: 'This is not set up any more. Reload the page.',
  required: 'Your role needs a second factor, and this is your only one. Add another one first.',
  not_accepted: 'The passkey was not accepted, or this took too long. Try again.',
  already_added: 'This passkey is added already.',
};

/** Where to say why it was refused, and in which words. */
export function factorRefusal(result: Exclude<FactorResult, { ok: true }>): {
  field: 'current' | 'code' | 'root';
  message: string;
} {
  const { reason, wait = 0 } = result;
  if (reason === 'wrong_password') return { field: 'current', message: 'This is not your present password.' };
  if (reason === 'too_many') return { field: 'current', message: `Too many wrong ones. Try again ${inMinutes(wait)}.` };
  const message = sentences[reason] ?? result.message ?? 'That did not work. Reload the page and try again.';
  return { field: reason === 'wrong_code' ? 'code' : 'root', message };
}
