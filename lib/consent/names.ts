import type { consentRequests, consents } from '@/db/schema';

export type RequestState = (typeof consentRequests.$inferSelect)['state'];
export type ConsentKind = (typeof consents.$inferSelect)['kind'];

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
