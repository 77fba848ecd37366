import type { Role } from '@/lib/auth/actor';
import { roleNames } from '@/lib/auth/role-names';
import { type Told, text, type Wording } from './wording';

const subjectOf = ({ detail, partner }: Told) => {
  const organization = text(detail.organization, partner ?? 'an organization');
  return detail.client ? `the API client ${text(detail.client, 'without a name')} of ${organization}` : organization;
};

const seenOf = ({ customer, partner, detail }: Told) =>
  `what ${text(customer ?? partner, 'an organization')} sees as ${roleOf(detail.role)}`;

const roleOf = (role: unknown) => (typeof role === 'string' && isRole(role) ? roleNames[role] : 'one of its people');
const isRole = (role: string): role is Role => role in roleNames;

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
  'viewing.started': {
    topic: 'support',
    label: 'Viewing started',
    subject: 'Viewing',
    say: (told) => `Began to see ${seenOf(told)}, unable to change anything`,
  },
  'viewing.ended': {
    topic: 'support',
    label: 'Viewing ended',
    subject: 'Viewing',
    say: (told) => `Stopped seeing ${seenOf(told)}`,
  },
};
