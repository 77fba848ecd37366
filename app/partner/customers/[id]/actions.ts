'use server';

import { act } from '@/app/act';
import { endConsent } from '@/lib/consent/end-consent';

export async function endRelationship(consentId: string) {
  return act(endConsent, { consentId });
}
