'use server';

import { act } from '@/app/act';
import { refuseRemoval } from '@/lib/support/refuse-removal';
import { releaseRemoval } from '@/lib/support/release-removal';
import { revokeConsent } from '@/lib/support/revoke-consent';
import { takeRemoval } from '@/lib/support/take-removal';

export async function take(removalId: string) {
  return act(takeRemoval, { removalId });
}

export async function release(removalId: string) {
  return act(releaseRemoval, { removalId });
}

export async function refuse(removalId: string, answer: string) {
  return act(refuseRemoval, { removalId, answer });
}

export async function revoke(consentId: string, reason: string) {
  return act(revokeConsent, { consentId, reason });
}
