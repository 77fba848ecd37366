import { refusalWords } from './refusal-words';
import { counterpartOf, forCustomer, partnerOf, some, text, type Wording } from './wording';

const whyRefused = (why: unknown): string => {
  const sentence = typeof why === 'string' ? refusalWords[why] : undefined;
  return sentence ? `, because ${sentence}` : '';
};

/** Requests, links, consents and what ends them. */
export const consentWordings: Record<string, Wording> = {
  'consent_request.sent': {
    topic: 'consent',
    label: 'Consent request sent',
    subject: 'Request',
    say: ({ detail }) => `Asked ${text(detail.recipient, 'a customer')} for consent`,
  },
  'consent_request.resent': {
    topic: 'consent',
    label: 'Consent request sent again',
    subject: 'Request',
    say: ({ detail }) => `Asked ${text(detail.recipient, 'a customer')} for consent again, with a new link`,
  },
  'consent_request.draft_saved': {
    topic: 'consent',
    label: 'Draft of a consent request saved',
    subject: 'Request',
    step: true,
    say: ({ detail }) => `Saved the draft of a consent request to ${text(detail.recipient, 'nobody yet')}`,
  },
  'consent_request.reminded': {
    topic: 'consent',
    label: 'Reminded of a consent request',
    subject: 'Request',
    say: ({ detail }) =>
      detail.mailed === true
        ? `Reminded ${text(detail.recipient, 'a customer')} of a consent request`
        : `Noted that ${text(detail.recipient, 'a customer')} has not answered a consent request, and told its sender`,
  },
  'consent_request.canceled': {
    topic: 'consent',
    label: 'Consent request canceled',
    subject: 'Request',
    say: ({ detail }) =>
      detail.draft === true
        ? `Discarded the draft of a consent request to ${text(detail.recipient, 'nobody yet')}`
        : `Took back the consent request to ${text(detail.recipient, 'a customer')}`,
  },
  'consent_request.support_resent': {
    topic: 'consent',
    label: 'Consent request sent again by support',
    subject: 'Request',
    say: (told) =>
      `Support sent the request of ${partnerOf(told)} to ${text(told.detail.organization, 'a customer')} again, with a new link`,
  },
  'consent_request.support_canceled': {
    topic: 'consent',
    label: 'Consent request canceled by support',
    subject: 'Request',
    say: (told) =>
      `Support canceled the request of ${partnerOf(told)} to ${text(told.detail.organization, 'a customer')}`,
  },
  'consent_request.opened': {
    topic: 'consent',
    label: 'Consent request opened',
    subject: 'Request',
    say: (told) => `Opened the consent request of ${partnerOf(told)}`,
  },
  'consent_request.declined': {
    topic: 'consent',
    label: 'Consent request declined',
    subject: 'Request',
    say: (told) => `Declined the consent request of ${partnerOf(told)}`,
  },
  'consent_request.forwarded': {
    topic: 'consent',
    label: 'Consent request forwarded',
    subject: 'Request',
    say: ({ detail }) =>
      `Forwarded the consent request of ${text(detail.partner, 'a partner')} to the global administrators`,
  },
  'consent_request.expired': {
    topic: 'consent',
    label: 'Consent request expired',
    subject: 'Request',
    say: (told) => `Closed a consent request of ${partnerOf(told)} that nobody answered in time`,
  },
  'consent_request.renewal_asked': {
    topic: 'consent',
    label: 'New link asked for',
    subject: 'Request',
    say: (told) => `Asked ${partnerOf(told)} for a new link`,
  },
  'standing_link.made': {
    topic: 'consent',
    label: 'Standing link made',
    subject: 'Standing link',
    say: () => 'Made a standing link',
  },
  'standing_link.replaced': {
    topic: 'consent',
    label: 'Standing link replaced',
    subject: 'Standing link',
    say: () => 'Replaced the standing link; the old one no longer works',
  },
  'consent.granted': {
    topic: 'consent',
    label: 'Consent granted',
    subject: 'Consent',
    say: (told) =>
      `Gave ${partnerOf(told)} consent to act${forCustomer(told)}, ` +
      `${told.detail.dap === true ? 'with' : 'without'} delegated administration`,
  },
  'consent.dap_removed': {
    topic: 'consent',
    label: 'Delegated administration removed',
    subject: 'Consent',
    say: (told) => `Took delegated administration${forCustomer(told)} from ${partnerOf(told)}`,
  },
  'consent.dap_waived': {
    topic: 'consent',
    label: 'Delegated administration given back',
    subject: 'Consent',
    say: (told) => `Gave back the delegated administration${forCustomer(told)}`,
  },
  'consent.ended': {
    topic: 'consent',
    label: 'Consent ended',
    subject: 'Consent',
    say: (told) => `Ended the consent of ${told.customer ?? 'a customer'} with ${partnerOf(told)}`,
  },
  'consent.revoked': {
    topic: 'consent',
    label: 'Consent ended by support',
    subject: 'Consent',
    say: (told) => `Ended the consent of ${told.customer ?? 'a customer'} with ${partnerOf(told)} for support`,
  },
  'consent.revoked_as_announced': {
    topic: 'consent',
    label: 'Consent ended by support as announced',
    subject: 'Consent',
    say: (told) => `Ended the consent of ${told.customer ?? 'a customer'} with ${partnerOf(told)} as support announced`,
  },
  'consent.revocation_announced': {
    topic: 'consent',
    label: 'End of a consent announced by support',
    subject: 'Consent',
    say: (told) =>
      `Announced for support that the consent of ${told.customer ?? 'a customer'} with ${partnerOf(told)} ends`,
  },
  'consent.revocation_taken_back': {
    topic: 'consent',
    label: 'Announced end of a consent taken back',
    subject: 'Consent',
    say: (told) =>
      `Took back for support that the consent of ${told.customer ?? 'a customer'} with ${partnerOf(told)} ends`,
  },
  'consent.revocation_refused': {
    topic: 'consent',
    label: 'Attempt to end a consent for support refused',
    subject: 'Consent',
    say: ({ detail }) =>
      `Tried to end a consent for support, or to keep one: nothing was changed${whyRefused(detail.why)}`,
  },
  'removal.noted': {
    topic: 'consent',
    label: 'Removal request noted',
    subject: 'Removal request',
    say: (told) => `Wrote a note on the request to remove ${counterpartOf(told)}`,
  },
  'removal.asked': {
    topic: 'consent',
    label: 'Support asked to remove an OEM',
    subject: 'Removal request',
    say: (told) => `Asked support to remove ${counterpartOf(told)}`,
  },
  'removal.taken': {
    topic: 'consent',
    label: 'Removal request taken up',
    subject: 'Removal request',
    say: (told) => `Began to look at the request to remove ${counterpartOf(told)}`,
  },
  'removal.released': {
    topic: 'consent',
    label: 'Removal request put back',
    subject: 'Removal request',
    say: (told) => `Put the request to remove ${counterpartOf(told)} back for others`,
  },
  'removal.refused': {
    topic: 'consent',
    label: 'Removal request refused',
    subject: 'Removal request',
    say: (told) => `Refused to remove ${counterpartOf(told)}`,
  },
  'removal.withdrawn': {
    topic: 'consent',
    label: 'Removal request withdrawn',
    subject: 'Removal request',
    say: (told) => `Withdrew the request to remove ${counterpartOf(told)}`,
  },
  'consent.unused_told': {
    topic: 'consent',
    label: 'Unused consent pointed out',
    subject: 'Consent',
    say: (told) =>
      told.customer
        ? `Pointed out that ${partnerOf(told)} has not used the consent of ${told.customer} for 90 days`
        : `Pointed out ${some(told.detail.consents, 'consent')} that ${partnerOf(told)} has not used for 90 days`,
  },
};
