import { env } from '@/lib/env';
import type { MailModel } from '@/lib/mail/mail-model';
import { paths } from '@/lib/paths';
import { formatMoment } from './format-day';
import type { Receipt, ReceiptContent } from './receipt';

type Side = 'customer' | 'partner';

/** Where each side reads its copy. */
export const receiptPath = (side: Side, id: string): string =>
  side === 'customer' ? paths.receipt(id) : paths.partnerReceipt(id);

/** The one link of a mail that comes with a receipt. */
export const receiptUrl = (side: Side, id: string): string => `${env.APP_ORIGIN}${receiptPath(side, id)}`;

/** What happened to the consent, as one sentence without who did it and when. */
export function receiptTitle({ event, customer, partner, dap }: ReceiptContent): string {
  if (event === 'granted') return `${customer.name} gave ${partner.name} consent`;
  if (event === 'ended') return `The consent of ${customer.name} with ${partner.name} ended`;
  return dap.before && !dap.after
    ? `${partner.name} no longer has delegated administration of ${customer.name}`
    : `The consent of ${customer.name} with ${partner.name} changed`;
}

/** What is different since, one sentence each. */
export function receiptChanges({ event, customer, partner, provider, dap }: ReceiptContent): string[] {
  const devices =
    event === 'ended'
      ? `${partner.name} can no longer register devices for ${customer.name}. Devices that are registered stay registered.`
      : `${partner.name} can register devices for ${customer.name}.`;
  const access =
    dap.before === dap.after
      ? dap.after
        ? 'It has delegated administration permissions, as before.'
        : null
      : dap.after
        ? 'It has delegated administration permissions from now on.'
        : 'It has no administrative access any more.';
  const through =
    event === 'ended'
      ? provider.before && `The same goes for the provider ${provider.before.name}.`
      : provider.after &&
        `So can the provider ${provider.after.name}${
          provider.before && provider.before.id !== provider.after.id ? `, in the place of ${provider.before.name}` : ''
        }.`;
  return [devices, through, access].filter((sentence) => sentence !== null);
}

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
      ...(content.reason ? [`Reason: ${content.reason}`] : []),
      `Both sides keep the same receipt. Its SHA-256 is ${hash}.`,
    ],
    action: { label: 'Open the receipt', url: receiptUrl(side, id) },
    footer: 'Countersign sends this because it concerns a consent that you gave, asked for or ended.',
  };
}
