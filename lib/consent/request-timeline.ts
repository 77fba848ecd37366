/** What is known of a request's life. Times that have not come, and people who did nothing, are null. */
export interface RequestLife {
  draft: boolean;
  state: string;
  delivery: 'mail' | 'copy' | 'standing';
  recipientName: string;
  sentAt: Date;
  sentBy: string;
  /** Set where an API client sent it. */
  clientId: string | null;
  /** Whoever of support sent it in that person's name. */
  resentBy: string | null;
  openedAt: Date | null;
  reminders: { at: Date; mailed: boolean }[];
  decidedAt: Date | null;
  decidedBy: string | null;
  decidedFor: string | null;
  expiresAt: Date;
  senderRemovedAt: Date | null;
  providerLeftAt: Date | null;
  replacedBy: { at: Date; by: string } | null;
  renewalAskedAt: Date | null;
  consentEndedAt: Date | null;
}

export interface TimelineEntry {
  at: Date;
  what: string;
}

const beginnings = {
  mail: 'sent it by mail',
  copy: 'copied the mail, to send it themselves',
};

/** On a standing link nobody asked this customer before the answer came. */
function beginning({ draft, delivery, sentAt, sentBy, resentBy }: RequestLife): TimelineEntry[] {
  if (delivery === 'standing') return [];
  if (resentBy) return [{ at: sentAt, what: `${resentBy} of support sent it by mail for ${sentBy}` }];
  return [{ at: sentAt, what: `${sentBy} ${draft ? 'saved it as a draft' : beginnings[delivery]}` }];
}

function decision({ state, delivery, draft, decidedBy, decidedFor }: RequestLife): string {
  const who = decidedFor ? `${decidedBy} of ${decidedFor}` : decidedBy;
  const by = delivery === 'standing' ? ' on the standing link' : '';
  if (state === 'accepted') return `${who} accepted${by}`;
  if (state === 'declined') return `${who} declined${by}`;
  return draft ? `${who} discarded the draft` : `${who} took it back`;
}

/** The life of a request in sentences, in the order of time. */
export function requestTimeline(life: RequestLife): TimelineEntry[] {
  const { state, recipientName } = life;
  const entry = (at: Date | null | undefined, what: string) => (at ? [{ at, what }] : []);
  const withdrawn = state === 'canceled' && !life.decidedAt;
  return [
    ...beginning(life),
    ...entry(life.openedAt, 'Opened by somebody who was signed in'),
    ...life.reminders.map(({ at, mailed }) => ({
      at,
      what: mailed ? `${recipientName} was reminded by mail` : `${life.sentBy} was told that there is no answer yet`,
    })),
    ...entry(life.decidedAt, decision(life)),
    ...entry(state === 'expired' ? life.expiresAt : null, 'Expired without an answer'),
    ...entry(
      withdrawn ? life.senderRemovedAt : null,
      life.clientId
        ? `${life.sentBy} was revoked, and the link with it`
        : `The account of ${life.sentBy} was removed, and the link with it`,
    ),
    ...entry(withdrawn ? life.providerLeftAt : null, 'The reseller and the provider parted, which ended the link'),
    ...entry(life.replacedBy?.at, `${life.replacedBy?.by} sent it again with a new link`),
    ...entry(life.renewalAskedAt, 'Somebody with the link asked for a new one'),
    ...entry(life.consentEndedAt, 'The consent ended'),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
}
