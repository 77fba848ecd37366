import { text, type Wording } from './wording';

const topic = 'sign_in';

/** What people sign in with, and what they say of themselves. */
export const accountWordings: Record<string, Wording> = {
  'session.started': { topic, label: 'Signed in', say: () => 'Signed in' },
  'session.ended': { topic, label: 'Signed out', say: () => 'Signed out' },
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
