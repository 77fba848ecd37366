import { some, text, type Wording } from './wording';

const topic = 'sign_in';

const ways: Record<string, string> = {
  totp: ' with a password and a code',
  recovery: ' with a password and a recovery code',
  passkey: ' with a passkey',
};

/** How somebody signed in, where it was not by a password alone. */
const signedInBy = (by: unknown): string => (typeof by === 'string' && ways[by]) || '';

/** What people sign in with, and what they say of themselves. */
export const accountWordings: Record<string, Wording> = {
  'session.started': { topic, label: 'Signed in', say: ({ detail }) => `Signed in${signedInBy(detail.by)}` },
  'session.ended': { topic, label: 'Signed out', say: () => 'Signed out' },
  'session.ended_elsewhere': {
    topic,
    label: 'Signed out elsewhere',
    subject: 'Session',
    say: () => 'Signed out in another place',
  },
  'session.others_ended': {
    topic,
    label: 'Signed out everywhere else',
    subject: 'Person',
    say: ({ detail }) => `Signed out everywhere else, which ended ${some(detail.sessions, 'session')}`,
  },
  'second_factor.enrolled': {
    topic,
    label: 'Second factor set up while signing in',
    subject: 'Person',
    say: () => 'Set up an authenticator app and signed in',
  },
  'second_factor.app_added': {
    topic,
    label: 'Authenticator app set up',
    subject: 'Person',
    say: () => 'Set up an authenticator app',
  },
  'second_factor.app_removed': {
    topic,
    label: 'Authenticator app removed',
    subject: 'Person',
    say: () => 'Removed their authenticator app',
  },
  'second_factor.passkey_added': {
    topic,
    label: 'Passkey added',
    subject: 'Person',
    say: ({ detail }) => `Added the passkey ${text(detail.passkey, 'without a name')}`,
  },
  'second_factor.passkey_removed': {
    topic,
    label: 'Passkey removed',
    subject: 'Person',
    say: ({ detail }) => `Removed the passkey ${text(detail.passkey, 'without a name')}`,
  },
  'second_factor.codes_renewed': {
    topic,
    label: 'Recovery codes renewed',
    subject: 'Person',
    say: () => 'Made new recovery codes',
  },
  'password.asked': {
    topic,
    label: 'New password asked for',
    operatorOnly: true,
    step: true,
    say: () => 'Asked for a link to set a new password',
  },
  'password.link_mailed': {
    topic,
    label: 'Link for a new password mailed',
    subject: 'Person',
    say: ({ detail }) => `Mailed ${text(detail.person, 'somebody')} a link to set a new password`,
  },
  'password.set': {
    topic,
    label: 'Password set by a link',
    subject: 'Person',
    say: ({ detail }) => (detail.first ? 'Set their first password' : 'Set a new password by the link in a mail'),
  },
  'person.renamed': {
    topic: 'people',
    label: 'Own name changed',
    subject: 'Person',
    say: ({ detail }) => `Changed their name to ${text(detail.name, 'another one')}`,
  },
  'preferences.chosen': {
    topic: 'portal',
    label: 'Own preferences changed',
    say: () => 'Changed how they read the portal',
  },
  'password.changed': { topic, label: 'Password changed', subject: 'Person', say: () => 'Changed their password' },
};
