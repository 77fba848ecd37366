import type { MailModel } from '@/lib/mail/mail-model';
import { formatDay } from './format-day';
import type { DeadReason } from './judge';

interface RenewalMail {
  /** As the partner wrote them in the request; vetted then. */
  recipient: string;
  organization: string;
  sentAt: Date;
  why: Exclude<DeadReason, 'unknown' | 'suspended'>;
  url: string;
}

const ends: Record<RenewalMail['why'], string> = {
  expired: 'It has expired',
  used: 'It was used already',
  declined: 'The request was declined',
  withdrawn: 'The request was withdrawn',
  replaced: 'A newer link took its place',
};

/** Tells a partner that somebody stands before a dead link of theirs and wants another. Who that is we do not know. */
export function renewalMail({ recipient, organization, sentAt, why, url }: RenewalMail): MailModel {
  return {
    subject: `Somebody asks for a new link for ${organization}`,
    preheader: `The link sent to ${recipient} no longer works.`,
    paragraphs: [
      `Somebody opened the link that was sent to ${recipient} of ${organization} on ${formatDay(sentAt)}, and asks for a new one. ${ends[why]}, so it leads nowhere any more.`,
      'Whoever holds the link can ask without signing in. If you still want the answer, send the request again.',
    ],
    action: { label: 'Open the request', url },
    footer: 'Countersign sends this because your organization sent the request. It is told once per link.',
  };
}
