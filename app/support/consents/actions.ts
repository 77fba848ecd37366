'use server';

import { act } from '@/app/act';
import { takeBackRevocation } from '@/lib/support/take-back-revocation';

export async function takeBack(consentId: string, reason: string) {
  return act(takeBackRevocation, { consentId, reason });
}
