import type { PartnerType } from '@/lib/auth/actor';
import type { RequestState } from './state';

export type ConsentKind = 'reseller' | 'indirect_reseller' | 'oem';

/** The states of a request in the order of its life, as people read them. */
export const requestStateNames: Record<RequestState, string> = {
  draft: 'Draft',
  sent: 'Sent',
  opened: 'Opened',
  accepted: 'Accepted',
  declined: 'Declined',
  canceled: 'Canceled',
  expired: 'Expired',
  superseded: 'Superseded',
};

export const consentKindNames: Record<ConsentKind, string> = {
  reseller: 'Reseller',
  indirect_reseller: 'Indirect reseller',
  oem: 'OEM',
};

export const partnerTypeNames: Record<PartnerType, string> = {
  direct: 'Direct CSP partner',
  indirect_provider: 'Indirect CSP provider',
  indirect_reseller: 'Indirect CSP reseller',
  oem: 'Device manufacturer (OEM)',
};
