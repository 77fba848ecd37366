import { text, type Wording } from './wording';

const addressOf = (detail: Record<string, unknown>) => text(detail.address, 'somebody');
const partnerOf = (detail: Record<string, unknown>) => text(detail.partner, 'a partner');
const asked = (detail: Record<string, unknown>) =>
  `Told the administrators that ${addressOf(detail)}, without an account, wants the request of ${partnerOf(detail)} answered`;

const mailed: Record<string, (detail: Record<string, unknown>) => string> = {
  set_up: (detail) => `Mailed ${addressOf(detail)} a link to set up their organization`,
  account: (detail) => `Mailed ${addressOf(detail)} that there is an account to answer ${partnerOf(detail)} with`,
  asked,
  no_answer: (detail) => `Mailed ${addressOf(detail)} that their organization cannot answer ${partnerOf(detail)}`,
};

/** Organizations that begin with a consent link. */
export const signUpWordings: Record<string, Wording> = {
  'sign_up.asked': {
    topic: 'people',
    label: 'Way in asked for by a consent link',
    operatorOnly: true,
    step: true,
    say: () => 'Asked for a way in by a consent link',
  },
  'sign_up.mailed': {
    topic: 'people',
    label: 'Way in mailed',
    say: ({ detail }) =>
      mailed[text(detail.told, '')]?.(detail) ?? `Mailed ${addressOf(detail)} how to answer ${partnerOf(detail)}`,
  },
  'sign_up.completed': {
    topic: 'people',
    label: 'Organization set up by a consent link',
    say: ({ detail }) =>
      detail.told === 'asked' ? asked(detail) : `Set up ${text(detail.organization, 'their organization')} here`,
  },
  'sign_up.turned_over': {
    topic: 'people',
    label: 'Link to set up an organization given up',
    say: ({ detail }) => asked(detail),
  },
};
