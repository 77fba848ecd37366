'use server';

import { cookies } from 'next/headers';
import type { z } from 'zod';
import { act } from '@/app/act';
import { credentialCookie, credentialCookieOptions } from '@/app/credential-cookie';
import { askPassword } from '@/lib/auth/ask-password';
import type { askPasswordInput, setPasswordInput } from '@/lib/auth/password-input';
import { currentSender } from '@/lib/auth/session';
import { setPassword } from '@/lib/auth/set-password';

export async function askForPassword(input: z.input<typeof askPasswordInput>) {
  return act(askPassword, { ...input, from: await currentSender() });
}

/** Sets the password as whoever holds the link. */
export async function setByLink(input: z.input<typeof setPasswordInput>) {
  const store = await cookies();
  const token = store.get(credentialCookie())?.value ?? '';
  const result = await act(setPassword, { ...input, token });
  if (result.ok) store.set(credentialCookie(), '', { ...credentialCookieOptions(), maxAge: 0 });
  return result;
}
