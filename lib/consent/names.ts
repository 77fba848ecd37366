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
