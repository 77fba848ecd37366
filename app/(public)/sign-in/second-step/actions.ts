'use server';

import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { act } from '@/app/act';
import { nextPath } from '@/lib/auth/next-path';
import { forgetSecondStep, heldSecondStep, keepSignedIn, signingSender } from '@/lib/auth/session';
import { completeSignIn } from '@/lib/factors/complete-sign-in';
import { enrollAtSignIn } from '@/lib/factors/enroll-at-sign-in';
import type { codeInput, firstCodeInput } from '@/lib/factors/factor-input';
import { paths } from '@/lib/paths';

/** Signs in by a code, as whoever gave the right password in this browser. */
export async function enterCode(input: z.input<typeof codeInput>) {
  const result = await act(completeSignIn, {
    ...input,
    ticket: await heldSecondStep(),
    from: await signingSender(),
  });
  if (!result.ok) return result;
  await keepSignedIn(result.sessionId);
  return { ok: true } as const;
}

/** Sets up the app of whoever gave the right password in this browser, and signs in. */
export async function enroll(offer: string, input: z.input<typeof firstCodeInput>) {
  const result = await act(enrollAtSignIn, {
    ...input,
    offer,
    ticket: await heldSecondStep(),
    from: await signingSender(),
  });
  if (!result.ok) return result;
  await keepSignedIn(result.sessionId);
  return { ok: true, codes: result.codes } as const;
}

/** Forgets the first step; the field `next` says where whoever signs in then wants to be. */
export async function beginAgain(form: FormData): Promise<void> {
  await forgetSecondStep();
  const next = form.get('next');
  redirect(paths.signIn(nextPath(typeof next === 'string' ? next : undefined) ?? undefined));
}
