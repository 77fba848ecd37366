import type { MailModel } from '@/lib/mail/mail-model';
import { formatMoment } from './format-day';

export interface DecisionMail {
  decision: 'accepted' | 'declined';
  customer: { name: string; domain: string };
  person: string;
  at: Date;
  /** Whether delegated administration was asked for, and whether it was given. */
  dap: { asked: boolean; granted: boolean };
  /** A reason was given with a no. It is read in the portal; the customer's words are not ours to mail. */
  reasoned?: boolean;
  url: string;
}

function consequence({ decision, customer, dap, reasoned = false }: DecisionMail): string {
  if (decision === 'declined')
    return `Nothing was granted. The link is closed; ask again with a new request.${reasoned ? ' They gave a reason: read it with the request.' : ''}`;
  const devices = `You can register devices for ${customer.name} now.`;
  if (!dap.asked) return `${devices} No administrative access was asked for.`;
  return dap.granted
    ? `${devices} Delegated administration permissions were granted.`
    : `${devices} Delegated administration permissions were left out.`;
}

/** Tells the person who sent a request how it was answered, by whom and when. */
export function decisionMail(given: DecisionMail): MailModel {
  const { decision, customer, person, at, url } = given;
  return {
    subject: `${customer.name} ${decision} your request`,
    preheader: `${person} ${decision} it on ${formatMoment(at)}.`,
    paragraphs: [
      `${person} of ${customer.name} (${customer.domain}) ${decision} your request for a reseller relationship on ${formatMoment(at)}.`,
      consequence(given),
    ],
    action: decision === 'accepted' ? { label: 'Open the receipt', url } : { label: 'Open your requests', url },
    footer: 'Countersign sends this because you sent the request.',
  };
}
