/** What each kind's sentence is made of: names as they were then, and counts. */
export interface NotificationParams {
  request_accepted: { customer: string };
  /** `reason`: whether one can be read with the request. */
  request_declined: { customer: string; reason: 'given' | 'none' };
  request_expired: { recipient: string; organization: string };
  /** What support did about one of the partner's requests. */
  request_handled: { recipient: string; organization: string; what: 'resent' | 'canceled' };
  renewal_asked: { recipient: string; organization: string };
  /** `reminded` says whether we mailed the recipient once more. */
  request_expiring: { recipient: string; organization: string; expires: string; reminded: 'yes' | 'no' };
  upload_finished: {
    batch: string;
    customer: string;
    state: 'finished' | 'finished_with_errors' | 'failed';
    registered: number;
    unchanged: number;
    rejected: number;
  };
  dap_removed: { customer: string };
  /** `person` is a colleague who may not answer it. */
  request_forwarded: { person: string; partner: string };
  /** Of somebody without an account here, who gave this address. */
  answer_wanted: { address: string; partner: string };
  /** `organization` is the other side; `endedBy` is whoever ended it, which may be that side. */
  consent_ended: { organization: string; endedBy: string };
  /** Support ends it on that day, or keeps it after all. */
  consent_ending: { organization: string; day: string };
  consent_kept: { organization: string; day: string };
  /** The other side of a consent that lies unused; of how many others the same is told at once. */
  consent_unused: { organization: string; others: number };
  removal_asked: { customer: string; organization: string };
  removal_answered: { organization: string; answer: 'removed' | 'refused' };
  oem_link_asked: { organization: string };
  oem_link_answered: { answer: 'issued' | 'refused' | 'replaced' | 'withdrawn' };
  provider_answered: { reseller: string; provider: string; answer: 'authorized' | 'declined' };
  /** `device` as the side that is told knows it; `by` is the day until which it can answer. */
  release_asked: { device: string; by: string };
  release_due: { device: string; by: string };
  release_answered: { device: string; answer: 'released' | 'rejected' | 'escalated' | 'closed' };
  release_settled: { device: string; outcome: 'released' | 'rejected' | 'escalated' | 'withdrawn' };
  /** For support, which knows both sides: the partner that asks and the customer that has it. */
  conflict_escalated: { device: string; asker: string; holder: string; why: 'unanswered' | 'refused' };
  /** Support did it because the customer asked; `operator` is the operator's name. */
  surface_registered: { operator: string; devices: number };
  surface_taken_back: { operator: string; devices: number };
  surface_finished: { customer: string; registered: number; unchanged: number; rejected: number };
  /** The host of an endpoint, at which an event or all of them did not arrive. */
  webhook_failing: { host: string; outcome: 'failed' | 'disabled' };
  /** `subject` is what support calls it: an organization, or an API client and whose it is. */
  suspension_proposed: { person: string; subject: string };
  suspension_decided: { subject: string; answer: 'confirmed' | 'turned_down' };
  organization_suspended: { organization: string; outcome: 'suspended' | 'reinstated' };
  client_suspended: { client: string; outcome: 'suspended' | 'reinstated' };
  /** `person` is of support; `role` whose pages they see, in words. */
  viewing_started: { person: string; role: string };
  /** `person` shall be an administrator of the operator too. */
  promotion_proposed: { proposer: string; person: string };
  /** `endedBy` is one of the two organizations. */
  partner_link_ended: { endedBy: string; other: string };
}

export type NotificationKind = keyof NotificationParams;

/** The switch of each kind, in the order of the page. Whom a kind can concern is in `concerns.ts`. */
export const kindLabels: Record<NotificationKind, string> = {
  request_accepted: 'A request you sent is accepted',
  request_declined: 'A request you sent is declined',
  request_expired: 'A request you sent expires unanswered',
  request_handled: 'Support sends a request of yours again, or cancels it',
  renewal_asked: 'Somebody asks for a new link',
  request_expiring: 'A request you sent is about to expire',
  upload_finished: 'An upload of yours ends',
  dap_removed: 'A customer removes delegated administration',
  request_forwarded: 'A colleague forwards a consent request to you',
  answer_wanted: 'Somebody without an account asks for an answer to a partner',
  consent_ended: 'A consent ends',
  consent_ending: 'Support announces the end of a consent',
  consent_kept: 'Support takes an announced end back',
  consent_unused: 'A consent lies unused for 90 days',
  removal_asked: 'A customer asks to remove an OEM',
  removal_answered: 'Support answers a request to remove an OEM',
  oem_link_asked: 'An OEM asks for its consent link',
  oem_link_answered: 'Support issues, refuses or changes your consent link',
  provider_answered: 'A reseller answers a provider’s invitation',
  partner_link_ended: 'A provider and a reseller part',
  release_asked: 'Somebody asks you to release a device',
  release_due: 'A device you are asked to release waits for your answer',
  release_settled: 'A device you were asked to release is decided on',
  release_answered: 'A device you asked for is released or not',
  conflict_escalated: 'A device conflict comes to support',
  surface_registered: 'Support registers Surface devices for you',
  surface_taken_back: 'Support takes Surface devices back that it registered for you',
  surface_finished: 'Surface devices that you registered for a customer are done',
  promotion_proposed: 'An administrator is proposed for you to confirm',
  webhook_failing: 'A webhook cannot be delivered',
  organization_suspended: 'Support suspends or reinstates your organization',
  client_suspended: 'Support suspends or reinstates an API client',
  viewing_started: 'Support sees what your organization sees',
  suspension_proposed: 'A colleague proposes a suspension',
  suspension_decided: 'A suspension you proposed is decided',
};

export const kindNames = Object.keys(kindLabels) as [NotificationKind, ...NotificationKind[]];
