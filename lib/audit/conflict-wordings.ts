import { forCustomer, text, type Wording } from './wording';

const device = (detail: Record<string, unknown>): string => `the device ${text(detail.device, 'asked for')}`;

const outcomes: Record<string, string> = {
  released: 'it is released',
  rejected: 'it is not released',
  withdrawn: 'it was withdrawn',
  closed: 'the device is no longer registered there',
};

const topic = 'devices';
const subject = 'Conflict';

/**
 * Device conflicts. Each side has events of its own, so that no event names one to the other; what the other side did, the
 * portal says in its own name.
 */
export const conflictWordings: Record<string, Wording> = {
  'conflict.asked': {
    topic,
    subject,
    label: 'Release asked for',
    say: (told) => `Asked for the release of ${device(told.detail)}${forCustomer(told)}`,
  },
  'conflict.received': {
    topic,
    subject,
    label: 'Release asked of you',
    say: (told) =>
      `Passed on a request to release ${device(told.detail)}${told.customer ? ` of ${told.customer}` : ''}`,
  },
  'conflict.proof_attached': {
    topic,
    subject,
    label: 'Proof of purchase replaced',
    say: ({ detail }) => `Attached another proof of purchase for ${device(detail)}`,
  },
  'conflict.withdrawn': {
    topic,
    subject,
    label: 'Release no longer asked for',
    say: ({ detail }) => `Withdrew the request to release ${device(detail)}`,
  },
  'conflict.released': {
    topic,
    subject,
    label: 'Device released',
    say: (told) => `Released ${device(told.detail)}${forCustomer(told)}, so that it is no longer registered`,
  },
  'conflict.refused': {
    topic,
    subject,
    label: 'Release refused',
    say: (told) => `Refused to release ${device(told.detail)}${forCustomer(told)}`,
  },
  'conflict.reminded': {
    topic,
    subject,
    label: 'Reminded of a release',
    say: ({ detail }) => `Pointed out that the request to release ${device(detail)} waits for an answer`,
  },
  'conflict.escalated': {
    topic,
    subject,
    label: 'Conflict passed on to support',
    say: ({ detail }) => `Passed the request to release ${device(detail)} on to support`,
  },
  'conflict.decided': {
    topic,
    subject,
    label: 'Conflict decided',
    say: ({ detail }) => `Decided about ${device(detail)}: ${outcomes[String(detail.outcome)] ?? 'it is settled'}`,
  },
  'conflict.noted': {
    topic,
    subject,
    label: 'Note on a conflict',
    say: ({ detail }) => `Wrote a note on the conflict about ${device(detail)}`,
  },
  'conflict.closed': {
    topic,
    subject,
    label: 'Conflict settled',
    say: ({ detail }) =>
      `Closed the request to release ${device(detail)}: ${outcomes[String(detail.outcome)] ?? 'it is settled'}`,
  },
};
