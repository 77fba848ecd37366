import { type Role, roles } from '@/lib/auth/actor';
import { roleNames } from '@/lib/auth/role-names';
import { text, type Wording } from './wording';

const personOf = (detail: Record<string, unknown>) => text(detail.person, 'somebody');
const isRole = (value: unknown): value is Role => roles.some((role) => role === value);
const rolesOf = (value: unknown) =>
  (Array.isArray(value) ? value.filter(isRole) : []).map((role) => roleNames[role]).join(', ') || 'other roles';

/** The people of an organization. */
export const memberWordings: Record<string, Wording> = {
  'member.invited': {
    topic: 'people',
    label: 'Person invited',
    subject: 'Invitation',
    say: ({ detail }) => `Invited ${personOf(detail)} as ${rolesOf(detail.roles)}`,
  },
  'member.invitation_canceled': {
    topic: 'people',
    label: 'Invitation of a person canceled',
    subject: 'Invitation',
    say: ({ detail }) => `Took back the invitation of ${personOf(detail)}`,
  },
  'member.joined': {
    topic: 'people',
    label: 'Invitation of a person accepted',
    subject: 'Person',
    say: ({ detail }) => `Set up their account as ${rolesOf(detail.roles)}`,
  },
  'member.roles_changed': {
    topic: 'people',
    label: 'Roles changed',
    subject: 'Person',
    say: ({ detail }) => `Made ${personOf(detail)} ${rolesOf(detail.roles)}, before ${rolesOf(detail.before)}`,
  },
  'member.promotion_proposed': {
    topic: 'people',
    label: 'Administrator proposed',
    subject: 'Person',
    say: ({ detail }) => `Proposed to make ${personOf(detail)} ${rolesOf(detail.roles)}`,
  },
  'member.promotion_confirmed': {
    topic: 'people',
    label: 'Administrator confirmed',
    subject: 'Person',
    say: ({ detail }) => `Confirmed to make ${personOf(detail)} ${rolesOf(detail.roles)}`,
  },
  'member.promotion_refused': {
    topic: 'people',
    label: 'Administrator refused',
    subject: 'Person',
    say: ({ detail }) => `Refused to make ${personOf(detail)} ${rolesOf(detail.roles)}`,
  },
  'member.disabled': {
    topic: 'people',
    label: 'Account disabled',
    subject: 'Person',
    say: ({ detail }) => `Disabled the account of ${personOf(detail)}`,
  },
  'member.enabled': {
    topic: 'people',
    label: 'Account enabled',
    subject: 'Person',
    say: ({ detail }) => `Enabled the account of ${personOf(detail)}`,
  },
  'member.factors_reset': {
    topic: 'people',
    label: 'Second factor reset',
    subject: 'Person',
    say: ({ detail }) => `Reset the second factor of ${personOf(detail)}`,
  },
  'member.removed': {
    topic: 'people',
    label: 'Account removed',
    subject: 'Person',
    say: ({ detail }) => `Removed the account of ${personOf(detail)}`,
  },
  'setup.link_issued': {
    topic: 'portal',
    label: 'Link to set the portal up printed',
    operatorOnly: true,
    say: () => 'Printed a link to set the portal up',
  },
  'setup.completed': {
    topic: 'portal',
    label: 'Portal set up',
    subject: 'Organization',
    say: ({ detail }) => `Set up the portal for ${text(detail.organization, 'its operator')}`,
  },
};
