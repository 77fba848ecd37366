import { partnerOf, text, type Wording } from './wording';

/** An OEM's consent link, from the asking to its end. */
export const oemWordings: Record<string, Wording> = {
  'oem_link.asked': {
    topic: 'consent',
    label: 'Consent link of an OEM asked for',
    subject: 'Application',
    say: () => 'Asked support for a consent link',
  },
  'oem_link.asking_withdrawn': {
    topic: 'consent',
    label: 'Application for a consent link withdrawn',
    subject: 'Application',
    say: () => 'No longer asks support for a consent link',
  },
  'oem_link.taken': {
    topic: 'consent',
    label: 'Application for a consent link taken up',
    subject: 'Application',
    say: (told) => `Began to check what ${partnerOf(told)} says about itself`,
  },
  'oem_link.released': {
    topic: 'consent',
    label: 'Application for a consent link put back',
    subject: 'Application',
    say: (told) => `Put the application of ${partnerOf(told)} for a consent link back for others`,
  },
  'oem_link.issued': {
    topic: 'consent',
    label: 'Consent link of an OEM issued',
    subject: 'Standing link',
    say: (told) => `Issued the consent link of ${partnerOf(told)}`,
  },
  'oem_link.refused': {
    topic: 'consent',
    label: 'Consent link of an OEM refused',
    subject: 'Application',
    say: (told) => `Did not issue a consent link for ${partnerOf(told)}`,
  },
  'oem_link.replaced': {
    topic: 'consent',
    label: 'Consent link of an OEM replaced',
    subject: 'Standing link',
    say: (told) => `Replaced the consent link of ${partnerOf(told)}; the old one no longer works`,
  },
  'oem_link.withdrawn': {
    topic: 'consent',
    label: 'Consent link of an OEM withdrawn',
    subject: 'Standing link',
    say: (told) => `Withdrew the consent link of ${partnerOf(told)}; consents stay`,
  },
  'oem_link.mailed': {
    topic: 'consent',
    label: 'Consent link of an OEM mailed',
    subject: 'Mail',
    say: ({ detail }) => `Mailed the consent link to ${text(detail.recipient, 'a customer')}`,
  },
};
