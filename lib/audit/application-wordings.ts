import { partnerOf, type Told, text, type Wording } from './wording';

const organizationOf = ({ detail, partner }: Told) => text(detail.organization, partner ?? 'an organization');
const nameOf = ({ detail }: Told) => text(detail.name, 'another name');

/** How organizations become partners, and what they are called. */
export const applicationWordings: Record<string, Wording> = {
  'partner_application.submitted': {
    topic: 'partners',
    label: 'Application of a partner entered',
    operatorOnly: true,
    step: true,
    say: () => 'Entered an application to become a partner',
  },
  'partner_application.received': {
    topic: 'partners',
    label: 'Contact of an application mailed',
    subject: 'Application',
    operatorOnly: true,
    step: true,
    say: (told) => `Mailed whoever is the contact of ${organizationOf(told)}, which applies to become a partner`,
  },
  'partner_application.confirmed': {
    topic: 'partners',
    label: 'Application of a partner confirmed',
    subject: 'Application',
    operatorOnly: true,
    say: (told) => `Confirmed that ${organizationOf(told)} applies to become a partner`,
  },
  'partner_application.approved': {
    topic: 'partners',
    label: 'Application of a partner approved',
    subject: 'Application',
    say: (told) => `Made ${organizationOf(told)} a partner`,
  },
  'partner_application.refused': {
    topic: 'partners',
    label: 'Application of a partner refused',
    subject: 'Application',
    operatorOnly: true,
    say: (told) => `Refused ${organizationOf(told)} as a partner`,
  },
  'partner_application.link_mailed': {
    topic: 'partners',
    label: 'Link for the first person mailed again',
    subject: 'Application',
    say: (told) =>
      `Mailed ${text(told.detail.person, 'the first person')} of ${organizationOf(told)} the link to join again`,
  },
  'name_change.asked': {
    topic: 'partners',
    label: 'Name of a partner asked for',
    subject: 'Name change',
    say: (told) => `Asked support for the name ${nameOf(told)}`,
  },
  'name_change.withdrawn': {
    topic: 'partners',
    label: 'Name of a partner no longer asked for',
    subject: 'Name change',
    say: (told) => `No longer asks for the name ${nameOf(told)}`,
  },
  'name_change.approved': {
    topic: 'partners',
    label: 'Name of a partner changed',
    subject: 'Name change',
    say: (told) => `Gave ${text(told.detail.formerName, partnerOf(told))} the name ${nameOf(told)}`,
  },
  'name_change.refused': {
    topic: 'partners',
    label: 'Name of a partner refused',
    subject: 'Name change',
    say: (told) => `Did not give ${partnerOf(told)} the name ${nameOf(told)}`,
  },
  'organization.changed': {
    topic: 'portal',
    label: 'Organization changed',
    subject: 'Organization',
    say: (told) => `Changed the organization to ${nameOf(told)}, ${text(told.detail.country, 'no country')}`,
  },
};
