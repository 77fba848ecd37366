import { text, type Wording } from './wording';

const hostOf = (detail: Record<string, unknown>) => `the webhook at ${text(detail.host, 'an unknown host')}`;

/** Where a partner has its events sent. */
export const webhookWordings: Record<string, Wording> = {
  'webhook.created': {
    topic: 'api',
    label: 'Webhook added',
    subject: 'Webhook',
    say: ({ detail }) => `Added ${hostOf(detail)}`,
  },
  'webhook.changed': {
    topic: 'api',
    label: 'Webhook changed',
    subject: 'Webhook',
    say: ({ detail }) => `Changed ${hostOf(detail)}`,
  },
  'webhook.secret_rotated': {
    topic: 'api',
    label: 'Secret of a webhook replaced',
    subject: 'Webhook',
    say: ({ detail }) => `Replaced the secret of ${hostOf(detail)}`,
  },
  'webhook.disabled': {
    topic: 'api',
    label: 'Webhook disabled',
    subject: 'Webhook',
    say: ({ detail }) => `Disabled ${hostOf(detail)}`,
  },
  'webhook.enabled': {
    topic: 'api',
    label: 'Webhook enabled',
    subject: 'Webhook',
    say: ({ detail }) => `Enabled ${hostOf(detail)}`,
  },
  'webhook.given_up': {
    topic: 'api',
    label: 'Webhook disabled for failing',
    subject: 'Webhook',
    say: ({ detail }) => `Disabled ${hostOf(detail)}: nothing was delivered for three days`,
  },
  'webhook.removed': {
    topic: 'api',
    label: 'Webhook removed',
    subject: 'Webhook',
    say: ({ detail }) => `Removed ${hostOf(detail)}`,
  },
  'webhook.tested': {
    topic: 'api',
    label: 'Webhook tested',
    subject: 'Webhook',
    step: true,
    say: ({ detail }) => `Sent a test to ${hostOf(detail)}`,
  },
  'webhook.redelivered': {
    topic: 'api',
    label: 'Event sent again',
    subject: 'Webhook',
    say: ({ detail }) => `Had an event sent again to ${hostOf(detail)}`,
  },
  'webhook.attempted': {
    topic: 'api',
    label: 'Event sent',
    subject: 'Delivery',
    step: true,
    say: ({ detail }) =>
      detail.outcome === 'delivered'
        ? `Delivered an event to ${hostOf(detail)}`
        : `Tried to deliver an event to ${hostOf(detail)}`,
  },
};
