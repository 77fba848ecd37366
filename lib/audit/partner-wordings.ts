import { counterpartOf, text, type Wording } from './wording';

/** Between partners. */
export const partnerWordings: Record<string, Wording> = {
  'provider_invitation.sent': {
    topic: 'partners',
    label: 'Reseller invited',
    subject: 'Invitation',
    say: ({ detail }) => `Invited ${text(detail.organization, 'a reseller')} to work with them as its provider`,
  },
  'provider_invitation.canceled': {
    topic: 'partners',
    label: 'Invitation of a reseller withdrawn',
    subject: 'Invitation',
    say: ({ detail }) => `Withdrew the invitation of ${text(detail.organization, 'a reseller')}`,
  },
  'provider_invitation.declined': {
    topic: 'partners',
    label: 'Invitation of a provider declined',
    subject: 'Invitation',
    say: (told) => `Declined the invitation of ${counterpartOf(told)}`,
  },
  'provider_invitation.expired': {
    topic: 'partners',
    label: 'Invitation of a reseller expired',
    subject: 'Invitation',
    say: ({ detail }) => `Closed the invitation of ${text(detail.organization, 'a reseller')}: nobody answered in time`,
  },
  'partner_link.authorized': {
    topic: 'partners',
    label: 'Provider authorized',
    subject: 'Partnership',
    say: (told) => `Authorized ${counterpartOf(told)} as indirect provider`,
  },
  'partner_link.ended': {
    topic: 'partners',
    label: 'Partnership ended',
    subject: 'Partnership',
    say: (told) => `Ended the partnership with ${counterpartOf(told)}`,
  },
};
