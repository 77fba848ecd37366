import { type Told, text, type Wording } from './wording';

const subjectOf = ({ detail, partner }: Told) => {
  const organization = text(detail.organization, partner ?? 'an organization');
  return detail.client ? `the API client ${text(detail.client, 'without a name')} of ${organization}` : organization;
};

/** What support does about organizations as a whole. */
export const supportWordings: Record<string, Wording> = {
  'suspension.proposed': {
    topic: 'support',
    label: 'Suspension proposed',
    subject: 'Suspension',
    say: (told) => `Proposed to suspend ${subjectOf(told)}`,
  },
  'suspension.turned_down': {
    topic: 'support',
    label: 'Suspension turned down',
    subject: 'Suspension',
    say: (told) => `Turned down the proposal to suspend ${subjectOf(told)}`,
  },
  'suspension.confirmed': {
    topic: 'support',
    label: 'Suspended',
    subject: 'Suspension',
    say: (told) => `Suspended ${subjectOf(told)}`,
  },
  'suspension.ended': {
    topic: 'support',
    label: 'Reinstated',
    subject: 'Suspension',
    say: (told) => `Reinstated ${subjectOf(told)}`,
  },
};
