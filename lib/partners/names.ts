import type { PartnerType } from '@/lib/auth/actor';

export const partnerTypeNames: Record<PartnerType, string> = {
  direct: 'Direct partner',
  indirect_provider: 'Indirect provider',
  indirect_reseller: 'Indirect reseller',
  oem: 'OEM',
};

interface Relationship {
  kind: 'reseller' | 'indirect_reseller' | 'oem';
  /** Set where the permission is implicit: the linked reseller that holds the consent. */
  resellerName: string | null;
}

/** What a partner is to a customer, in words. */
export function relationshipName({ kind, resellerName }: Relationship): string {
  if (resellerName) return `Via reseller ${resellerName}`;
  return { reseller: 'Reseller', indirect_reseller: 'Indirect reseller', oem: 'OEM' }[kind];
}
