import type { MailModel } from '@/lib/mail/mail-model';
import { formatMoment } from './format-day';
import type { ConsentKind } from './names';
import { whatIsAsked } from './request-mail';

export interface DecisionMail {
  decision: 'accepted' | 'declined';
  kind: ConsentKind;
  /** Answered on the partner's standing link, which works on. */
  standing?: boolean;
  customer: { name: string; domain: string };
  person: string;
  at: Date;
  /** Whether delegated administration was asked for, and whether it was given. */
  dap: { asked: boolean; granted: boolean };
  /** A reason was given with a no. It is read in the portal; the customer's words are not ours to mail. */
  reasoned?: boolean;
  url: string;
}

function consequence({ decision, kind, customer, dap, reasoned = false, standing = false }: DecisionMail): string {
  if (decision === 'declined') {
    const again = standing ? 'Your standing link works on.' : 'The link is closed; ask again with a new request.';
    return `Nothing was granted. ${again}${reasoned ? ' They gave a reason: read it with the request.' : ''}`;
  }
  if (kind === 'oem') return `You can register devices for ${customer.name} by API now.`;
  const devices = `You can register devices for ${customer.name} now.`;
  if (!dap.asked) return `${devices} No administrative access was asked for.`;
  return dap.granted
    ? `${devices} Delegated administration permissions were granted.`
    : `${devices} Delegated administration permissions were left out.`;
}

/** Tells the person who sent a request, or made the standing link, how it was answered, by whom and when. */
export function decisionMail(given: DecisionMail): MailModel {
  const { decision, kind, standing = false, customer, person, at, url } = given;
  return {
    subject: `${customer.name} ${decision} your request`,
    preheader: `${person} ${decision} it on ${formatMoment(at)}.`,
    paragraphs: [
      `${person} of ${customer.name} (${customer.domain}) ${decision} your request for ${whatIsAsked(kind)} on ${formatMoment(at)}${standing ? ', by your standing link' : ''}.`,
      consequence(given),
    ],
    action: decision === 'accepted' ? { label: 'Open the receipt', url } : { label: 'Open the request', url },
    footer: `Countersign sends this because you ${standing ? 'answer for the standing link' : 'sent the request'}.`,
  };
}
