import { env } from '@/lib/env';
import type { MailModel } from '@/lib/mail/mail-model';
import { paths } from '@/lib/paths';
import { formatMoment } from './format-day';
import type { Receipt } from './receipt';
import { receiptChanges, receiptTitle } from './receipt-words';

type Side = 'customer' | 'partner';

/** Where each side reads its copy. */
export const receiptPath = (side: Side, id: string): string =>
  side === 'customer' ? paths.receipt(id) : paths.partnerReceipt(id);

/** The one link of a mail that comes with a receipt. */
export const receiptUrl = (side: Side, id: string): string => `${env.APP_ORIGIN}${receiptPath(side, id)}`;

/** To one side of a consent: what happened, who did it, and where its copy of the receipt is. */
export function receiptMail(side: Side, { id, content, hash }: Receipt): MailModel {
  const { by, at } = content;
  const when = formatMoment(new Date(at));
  return {
    subject: receiptTitle(content),
    preheader: `${by.name} of ${by.organization} did it on ${when}.`,
    paragraphs: [
      `${receiptTitle(content)}. ${by.name} of ${by.organization} did it on ${when}.`,
      receiptChanges(content).join(' '),
      `Both sides keep the same receipt. Its SHA-256 is ${hash}.`,
    ],
    action: { label: 'Open the receipt', url: receiptUrl(side, id) },
    footer: 'Countersign sends this because it concerns a consent that you gave, asked for or ended.',
  };
}
