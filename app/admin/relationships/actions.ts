'use server';

import { act } from '@/app/act';
import { endConsent } from '@/lib/consent/end-consent';
import { removeDap } from '@/lib/consent/remove-dap';
import { askRemoval } from '@/lib/support/ask-removal';
import { withdrawRemoval } from '@/lib/support/withdraw-removal';

export async function endRelationship(consentId: string) {
  return act(endConsent, { consentId });
}

export async function removeAdministration(consentId: string) {
  return act(removeDap, { consentId });
}

export async function askSupport(consentId: string, reason: string) {
  return act(askRemoval, { consentId, reason });
}

export async function withdrawRequest(removalId: string) {
  return act(withdrawRemoval, { removalId });
}
