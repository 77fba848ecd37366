import { endConsent } from '@/lib/consent/end-consent';
import { endPartnerLink } from '@/lib/partners/end-partner-link';
import type { ApiWorld } from './api-world';

type Ending = [cause: string, partner: 'direct' | 'indirect_provider', end: (of: ApiWorld) => Promise<void>];

async function done(ended: Promise<{ ok: boolean }>): Promise<void> {
  if (!(await ended).ok) throw new Error('nothing ended');
}

/** For tests: every way in which a program's partner comes to have no relationship with its customer any more. */
export const endings: Ending[] = [
  ['the customer ended the consent', 'direct', ({ admin, consentId }) => done(endConsent(admin, { consentId }))],
  ['the partner ended it', 'direct', ({ owner, consentId }) => done(endConsent(owner, { consentId }))],
  [
    'the customer ended its reseller’s consent',
    'indirect_provider',
    ({ admin, consentId }) => done(endConsent(admin, { consentId })),
  ],
  ['provider and reseller parted', 'indirect_provider', ({ owner, linkId }) => done(endPartnerLink(owner, { linkId }))],
];
