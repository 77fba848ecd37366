import type { PartnerType } from '@/lib/auth/actor';

/** What somebody who applies chooses from, each said in one sentence. */
export const partnerTypeChoices: readonly { type: PartnerType; means: string }[] = [
  {
    type: 'direct',
    means: 'You sell to customers and bill them yourself. You register their devices by file or by API.',
  },
  {
    type: 'indirect_provider',
    means: 'You serve customers through resellers, and may act where one of them was given consent that names you.',
  },
  {
    type: 'indirect_reseller',
    means: 'You sell to customers under a provider, and register their devices by file in the browser.',
  },
  {
    type: 'oem',
    means: 'You make devices, and register them by API for customers who gave you consent.',
  },
];
