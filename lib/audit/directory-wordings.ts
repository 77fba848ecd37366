import { rolesIn } from './member-wordings';
import { text, type Wording } from './wording';

const isNone = (roles: unknown): boolean => Array.isArray(roles) && roles.length === 0;

/** Organizations whose people sign in by a directory at Microsoft Entra ID. */
export const directoryWordings: Record<string, Wording> = {
  'directory.connected': {
    topic: 'sign_in',
    label: 'Directory connected',
    subject: 'Organization',
    say: () => 'Connected the organization to its directory at Microsoft Entra ID',
  },
  'directory.disconnected': {
    topic: 'sign_in',
    label: 'Directory disconnected',
    subject: 'Organization',
    say: () => 'Disconnected the organization from its directory at Microsoft Entra ID',
  },
  'directory.organization_added': {
    topic: 'sign_in',
    label: 'Organization added by a directory',
    subject: 'Organization',
    say: ({ detail }) =>
      `Was the first of ${text(detail.organization, 'the organization')} to sign in, which made it a customer`,
  },
  'directory.roles_changed': {
    topic: 'people',
    label: 'Roles read from a directory',
    subject: 'Person',
    say: ({ detail }) => {
      const [roles, before] = [detail.roles, detail.before].map((some) => (isNone(some) ? null : rolesIn(some)));
      return `Came from the directory ${roles ? `as ${roles}` : 'without a role'}${before ? `, before ${before}` : ''}`;
    },
  },
  'directory.without_role': {
    topic: 'people',
    label: 'Signed in without a role',
    subject: 'Person',
    say: () => 'Came from the directory, and has no role here to sign in with',
  },
};
