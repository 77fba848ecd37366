'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { keepSignedIn, signingSender } from '@/lib/auth/session';
import type { passkeySignInInput } from '@/lib/factors/passkey-input';
import { offerPasskeys } from '@/lib/factors/queries';
import { signInWithPasskey } from '@/lib/factors/sign-in-with-passkey';

export const passkeyOffer = async () => offerPasskeys(null, {});

export async function enterWithPasskey(input: z.input<typeof passkeySignInInput>) {
  const result = await act(signInWithPasskey, { ...input, from: await signingSender() });
  if (!result.ok) return result;
  await keepSignedIn(result.sessionId);
  return { ok: true } as const;
}
