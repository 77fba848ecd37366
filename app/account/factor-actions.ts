'use server';

import type { z } from 'zod';
import { act, ask } from '@/app/act';
import { keepSignedIn } from '@/lib/auth/session';
import { addPasskey } from '@/lib/factors/add-passkey';
import type { addPasskeyInput } from '@/lib/factors/passkey-input';
import { offerNewPasskey } from '@/lib/factors/queries';
import { removePasskey } from '@/lib/factors/remove-passkey';
import { removeTotp } from '@/lib/factors/remove-totp';
import { renewRecoveryCodes } from '@/lib/factors/renew-recovery-codes';
import { setTotp } from '@/lib/factors/set-totp';
import type { FactorResult } from './factor-refusal';

/** All sessions end by each of these; this browser goes on with the new one, whose id it does not learn. */
async function goOn(
  result: { ok: true; sessionId: string; codes?: string[] | null } | Exclude<FactorResult, { ok: true }>,
): Promise<FactorResult> {
  if (!result.ok) return result;
  await keepSignedIn(result.sessionId);
  return { ok: true, codes: result.codes ?? null };
}

export async function setApp(input: z.input<typeof setTotp.input>) {
  return goOn(await act(setTotp, input));
}

export async function removeApp(current: string) {
  return goOn(await act(removeTotp, { current }));
}

export async function renewCodes(current: string) {
  return goOn(await act(renewRecoveryCodes, { current }));
}

export async function newPasskeyOffer(current: string) {
  return ask(offerNewPasskey, { current });
}

export async function addOne(input: z.input<typeof addPasskeyInput>) {
  return goOn(await act(addPasskey, input));
}

export async function removeOne(passkeyId: string, current: string) {
  return goOn(await act(removePasskey, { passkeyId, current }));
}
