'use server';

import { act } from '@/app/act';
import { endConsent } from '@/lib/consent/end-consent';
import { removeDap } from '@/lib/consent/remove-dap';

export async function endRelationship(consentId: string) {
  return act(endConsent, { consentId });
}

export async function removeAdministration(consentId: string) {
  return act(removeDap, { consentId });
}
