import { text, type Wording } from './wording';

const clientOf = (detail: Record<string, unknown>) => `the API client ${text(detail.client, 'without a name')}`;

/** A partner's programs. */
export const apiWordings: Record<string, Wording> = {
  'api_client.created': {
    topic: 'api',
    label: 'API client created',
    subject: 'API client',
    say: ({ detail }) => `Created ${clientOf(detail)}`,
  },
  'api_client.secret_added': {
    topic: 'api',
    label: 'Secret of an API client added',
    subject: 'API client',
    say: ({ detail }) => `Added a second secret to ${clientOf(detail)}`,
  },
  'api_client.secret_dropped': {
    topic: 'api',
    label: 'Secret of an API client removed',
    subject: 'API client',
    say: ({ detail }) => `Removed a secret of ${clientOf(detail)}`,
  },
  'api_client.scopes_changed': {
    topic: 'api',
    label: 'Scopes of an API client changed',
    subject: 'API client',
    say: ({ detail }) => `Changed what ${clientOf(detail)} may do`,
  },
  'api_client.revoked': {
    topic: 'api',
    label: 'API client revoked',
    subject: 'API client',
    say: ({ detail }) => `Revoked ${clientOf(detail)}`,
  },
  'api_client.token_issued': {
    topic: 'api',
    label: 'Token issued',
    subject: 'API client',
    step: true,
    say: () => 'Got a token for the API',
  },
};
