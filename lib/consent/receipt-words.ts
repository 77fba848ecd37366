import type { ReceiptContent } from './receipt';

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

const moment = new Intl.DateTimeFormat('en', {
  dateStyle: 'long',
  timeStyle: 'medium',
  hourCycle: 'h23',
  timeZone: 'UTC',
});

/** "November 21, 2026 at 00:43:08.123 UTC": to the millisecond, as the record has it. */
export function exactMoment(iso: string): string {
  return `${moment.format(new Date(iso))}${iso.slice(iso.indexOf('.'), -1)} UTC`;
}
