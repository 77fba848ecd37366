/** What a sentence is made of. Names are null where the event concerns nobody of that kind. */
export interface Told {
  customer: string | null;
  partner: string | null;
  provider: string | null;
  detail: Record<string, unknown>;
}

export const topics = {
  sign_in: 'Sign-in',
  consent: 'Consent',
  partners: 'Partner to partner',
  devices: 'Devices',
  portal: 'Portal',
} as const;

export interface Wording {
  topic: keyof typeof topics;
  /** The action on its own, as one chooses it from a list. */
  label: string;
  /** The event, said after the name of who did it. */
  say: (told: Told) => string;
  /** What the event's subject is, to stand before its id; without one, the id says nothing to a reader. */
  subject?: string;
  /** A part of a longer work, or a trifle: left out of a log unless asked for. */
  step?: true;
  /** Concerns no organisation, so that only the operator's log has it. */
  operatorOnly?: true;
}

const number = (value: unknown): string => (typeof value === 'number' ? value.toLocaleString('en') : 'some');
const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;
const some = (value: unknown, what: string): string => `${number(value)} ${what}${value === 1 ? '' : 's'}`;
const forCustomer = ({ customer }: Told): string => (customer ? ` for ${customer}` : '');
const partnerOf = ({ partner }: Told): string => partner ?? 'a partner';
const counterpartOf = ({ detail, provider }: Told): string => text(detail.counterpartName, provider ?? 'a partner');

const failures: Record<string, string> = {
  all_or_nothing: 'some of its rows cannot be registered',
  consent_revoked: 'the customer’s consent ended',
  temporary: 'of a fault on our side',
  unreadable: 'the file cannot be read',
};

/** Every action that an audit event can have. A command's `audit` that is missing here fails a test. */
const wordings: Record<string, Wording> = {
  'session.started': { topic: 'sign_in', label: 'Signed in', say: () => 'Signed in' },
  'session.ended': { topic: 'sign_in', label: 'Signed out', say: () => 'Signed out' },

  'consent_request.sent': {
    topic: 'consent',
    label: 'Consent request sent',
    subject: 'Request',
    say: ({ detail }) => `Asked ${text(detail.recipient, 'a customer')} for consent`,
  },
  'consent_request.resent': {
    topic: 'consent',
    label: 'Consent request sent again',
    subject: 'Request',
    say: ({ detail }) => `Asked ${text(detail.recipient, 'a customer')} for consent again, with a new link`,
  },
  'consent_request.draft_saved': {
    topic: 'consent',
    label: 'Draft of a consent request saved',
    subject: 'Request',
    step: true,
    say: ({ detail }) => `Saved the draft of a consent request to ${text(detail.recipient, 'nobody yet')}`,
  },
  'consent_request.reminded': {
    topic: 'consent',
    label: 'Reminded of a consent request',
    subject: 'Request',
    say: ({ detail }) =>
      detail.mailed === true
        ? `Reminded ${text(detail.recipient, 'a customer')} of a consent request`
        : `Noted that ${text(detail.recipient, 'a customer')} has not answered a consent request, and told its sender`,
  },
  'consent_request.canceled': {
    topic: 'consent',
    label: 'Consent request canceled',
    subject: 'Request',
    say: ({ detail }) =>
      detail.draft === true
        ? `Discarded the draft of a consent request to ${text(detail.recipient, 'nobody yet')}`
        : `Took back the consent request to ${text(detail.recipient, 'a customer')}`,
  },
  'consent_request.opened': {
    topic: 'consent',
    label: 'Consent request opened',
    subject: 'Request',
    say: (told) => `Opened the consent request of ${partnerOf(told)}`,
  },
  'consent_request.declined': {
    topic: 'consent',
    label: 'Consent request declined',
    subject: 'Request',
    say: (told) => `Declined the consent request of ${partnerOf(told)}`,
  },
  'consent_request.forwarded': {
    topic: 'consent',
    label: 'Consent request forwarded',
    subject: 'Request',
    say: ({ detail }) =>
      `Forwarded the consent request of ${text(detail.partner, 'a partner')} to the global administrators`,
  },
  'consent_request.expired': {
    topic: 'consent',
    label: 'Consent request expired',
    subject: 'Request',
    say: (told) => `Closed a consent request of ${partnerOf(told)} that nobody answered in time`,
  },
  'consent_request.renewal_asked': {
    topic: 'consent',
    label: 'New link asked for',
    subject: 'Request',
    say: (told) => `Asked ${partnerOf(told)} for a new link`,
  },
  'standing_link.made': {
    topic: 'consent',
    label: 'Standing link made',
    subject: 'Standing link',
    say: () => 'Made a standing link',
  },
  'standing_link.replaced': {
    topic: 'consent',
    label: 'Standing link replaced',
    subject: 'Standing link',
    say: () => 'Replaced the standing link; the old one no longer works',
  },
  'consent.granted': {
    topic: 'consent',
    label: 'Consent granted',
    subject: 'Consent',
    say: (told) =>
      `Gave ${partnerOf(told)} consent to act${forCustomer(told)}, ` +
      `${told.detail.dap === true ? 'with' : 'without'} delegated administration`,
  },
  'consent.dap_removed': {
    topic: 'consent',
    label: 'Delegated administration removed',
    subject: 'Consent',
    say: (told) => `Took delegated administration${forCustomer(told)} from ${partnerOf(told)}`,
  },
  'consent.ended': {
    topic: 'consent',
    label: 'Consent ended',
    subject: 'Consent',
    say: (told) => `Ended the consent of ${told.customer ?? 'a customer'} with ${partnerOf(told)}`,
  },
  'consent.revoked': {
    topic: 'consent',
    label: 'Consent ended by support',
    subject: 'Consent',
    say: (told) => `Ended the consent of ${told.customer ?? 'a customer'} with ${partnerOf(told)} for support`,
  },
  'removal.asked': {
    topic: 'consent',
    label: 'Support asked to remove a manufacturer',
    subject: 'Removal request',
    say: (told) => `Asked support to remove ${counterpartOf(told)}`,
  },
  'removal.taken': {
    topic: 'consent',
    label: 'Removal request taken up',
    subject: 'Removal request',
    say: (told) => `Began to look at the request to remove ${counterpartOf(told)}`,
  },
  'removal.released': {
    topic: 'consent',
    label: 'Removal request put back',
    subject: 'Removal request',
    say: (told) => `Put the request to remove ${counterpartOf(told)} back for others`,
  },
  'removal.refused': {
    topic: 'consent',
    label: 'Removal request refused',
    subject: 'Removal request',
    say: (told) => `Refused to remove ${counterpartOf(told)}`,
  },
  'removal.withdrawn': {
    topic: 'consent',
    label: 'Removal request withdrawn',
    subject: 'Removal request',
    say: (told) => `Withdrew the request to remove ${counterpartOf(told)}`,
  },
  'consent.unused_told': {
    topic: 'consent',
    label: 'Unused consent pointed out',
    subject: 'Consent',
    say: (told) =>
      told.customer
        ? `Pointed out that ${partnerOf(told)} has not used the consent of ${told.customer} for 90 days`
        : `Pointed out ${some(told.detail.consents, 'consent')} that ${partnerOf(told)} has not used for 90 days`,
  },

  'provider_invitation.sent': {
    topic: 'partners',
    label: 'Reseller invited',
    subject: 'Invitation',
    say: ({ detail }) => `Invited ${text(detail.organization, 'a reseller')} to work with them as its provider`,
  },
  'provider_invitation.canceled': {
    topic: 'partners',
    label: 'Invitation of a reseller withdrawn',
    subject: 'Invitation',
    say: ({ detail }) => `Withdrew the invitation of ${text(detail.organization, 'a reseller')}`,
  },
  'provider_invitation.declined': {
    topic: 'partners',
    label: 'Invitation of a provider declined',
    subject: 'Invitation',
    say: (told) => `Declined the invitation of ${counterpartOf(told)}`,
  },
  'provider_invitation.expired': {
    topic: 'partners',
    label: 'Invitation of a reseller expired',
    subject: 'Invitation',
    say: ({ detail }) => `Closed the invitation of ${text(detail.organization, 'a reseller')}: nobody answered in time`,
  },
  'partner_link.authorized': {
    topic: 'partners',
    label: 'Provider authorized',
    subject: 'Partnership',
    say: (told) => `Authorized ${counterpartOf(told)} as indirect provider`,
  },
  'partner_link.ended': {
    topic: 'partners',
    label: 'Partnership ended',
    subject: 'Partnership',
    say: (told) => `Ended the partnership with ${counterpartOf(told)}`,
  },

  'upload.opened': {
    topic: 'devices',
    label: 'Upload begun',
    subject: 'Upload',
    step: true,
    say: (told) => `Began to send a device file${forCustomer(told)}`,
  },
  'upload.dropped': {
    topic: 'devices',
    label: 'Incomplete upload removed',
    subject: 'Upload',
    say: (told) => `Removed a device file${forCustomer(told)} that did not arrive whole`,
  },
  'upload.received': {
    topic: 'devices',
    label: 'Devices uploaded',
    subject: 'Upload',
    say: (told) =>
      `Uploaded ${some(told.detail.total, 'row')}${forCustomer(told)} into the batch “${text(told.detail.batch, 'unnamed')}”`,
  },
  'upload.started': {
    topic: 'devices',
    label: 'Registration begun',
    subject: 'Upload',
    step: true,
    say: (told) => `Began to register an upload${forCustomer(told)}`,
  },
  'upload.checked': {
    topic: 'devices',
    label: 'Upload checked',
    subject: 'Upload',
    step: true,
    say: (told) => `Checked an upload${forCustomer(told)}: ${some(told.detail.rejected, 'row')} cannot be registered`,
  },
  'devices.registered': {
    topic: 'devices',
    label: 'Rows registered',
    subject: 'Upload',
    step: true,
    say: (told) =>
      `Worked through rows ${number(told.detail.firstRow)} to ${number(told.detail.lastRow)} of an upload` +
      `${forCustomer(told)}: ${number(told.detail.registered)} registered`,
  },
  'devices.withdrawn': {
    topic: 'devices',
    label: 'Registered rows taken back',
    subject: 'Upload',
    step: true,
    say: (told) => `Took back ${some(told.detail.withdrawn, 'device')} of an all-or-nothing upload${forCustomer(told)}`,
  },
  'upload.finished': {
    topic: 'devices',
    label: 'Upload finished',
    subject: 'Upload',
    say: (told) =>
      `Finished an upload${forCustomer(told)}: ${number(told.detail.registered)} registered, ` +
      `${number(told.detail.unchanged)} unchanged, ${number(told.detail.rejected)} rejected`,
  },
  'upload.canceled': {
    topic: 'devices',
    label: 'Upload canceled',
    subject: 'Upload',
    say: (told) => `Canceled an upload${forCustomer(told)} after ${some(told.detail.doneRows, 'row')}`,
  },
  'upload.undone': {
    topic: 'devices',
    label: 'Upload undone',
    subject: 'Upload',
    say: (told) => `Undid an upload${forCustomer(told)} that had registered ${some(told.detail.registered, 'device')}`,
  },
  'devices.deregistered': {
    topic: 'devices',
    label: 'Devices deregistered',
    subject: 'Upload',
    step: true,
    say: (told) => `Deregistered ${some(told.detail.deregistered, 'device')} of an undone upload${forCustomer(told)}`,
  },
  'upload.failed': {
    topic: 'devices',
    label: 'Upload stopped',
    subject: 'Upload',
    say: (told) =>
      `Stopped an upload${forCustomer(told)}, because ${failures[String(told.detail.failureCode)] ?? 'it cannot go on'}`,
  },

  'notification.read': {
    topic: 'portal',
    label: 'Notifications read',
    step: true,
    say: ({ detail }) => `Marked ${some(detail.notifications, 'notification')} as read`,
  },
  'notification_preferences.saved': {
    topic: 'portal',
    label: 'Notification settings changed',
    say: () => 'Changed what they are notified of',
  },
  'mail.sent': {
    topic: 'portal',
    label: 'Mail sent',
    subject: 'Mail',
    operatorOnly: true,
    say: () => 'Sent a mail',
  },
};

/** How to say an action. One that this version does not know, from an import of a newer one, is said by its name. */
export function wordingOf(action: string): Wording {
  const name = action.replace(/[._]+/g, ' ');
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  return wordings[action] ?? { topic: 'portal', label, say: () => label };
}

/** Every action with its wording, in the order of a list to choose from. */
export const knownActions: readonly (readonly [action: string, wording: Wording])[] = Object.entries(wordings);
