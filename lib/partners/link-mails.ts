import { formatDay, formatMoment } from '@/lib/consent/format-day';
import { env } from '@/lib/env';
import type { MailModel } from '@/lib/mail/mail-model';
import { paths } from '@/lib/paths';

interface Side {
  name: string;
  domain: string;
}
interface Link {
  provider: Side;
  reseller: Side;
}
type SideName = 'provider' | 'reseller';

const named = ({ name, domain }: Side) => `${name} (${domain})`;

/** To the person a provider names: the one mail that carries the link. What the provider typed was vetted. */
export function invitationMail(given: {
  provider: Side & { mpnId: string | null };
  recipientName: string;
  organization: string;
  token: string;
  expiresAt: Date;
}): MailModel {
  const { provider, recipientName, organization, expiresAt } = given;
  const partnerId = provider.mpnId ? `, MPN ID ${provider.mpnId}` : '';
  return {
    subject: `${provider.name} asks to be your indirect provider`,
    preheader: `A global administrator of ${organization} decides. Nothing happens until then.`,
    paragraphs: [
      `Hello ${recipientName},`,
      `${provider.name} (${provider.domain}${partnerId}) asks ${organization} to authorize it as its indirect provider. With it, ${provider.name} may register and manage devices of those of your customers whose consent names it.`,
      'The consents of your customers stay as they are, and either side can end it at any time.',
      `Only a global administrator of your organization can decide. Opening the link decides nothing. It works until ${formatDay(expiresAt)}.`,
    ],
    action: {
      label: 'Review the invitation',
      url: `${env.APP_ORIGIN}${paths.providerInvitationLink(given.token)}`,
    },
    footer: `Countersign sends this for ${provider.name}. If you did not expect it, you need not do anything: without an answer the invitation runs out.`,
  };
}

const action = (to: SideName) => ({
  label: to === 'provider' ? 'See your resellers' : 'See your providers',
  url: `${env.APP_ORIGIN}${to === 'provider' ? paths.resellers() : paths.providers()}`,
});
const footer = 'Countersign sends this because you take part in this partnership for your organization.';

/** To both sides, once a reseller authorised its provider. */
export function authorizedMail(to: SideName, { provider, reseller }: Link, by: string, at: Date): MailModel {
  return {
    subject: `${reseller.name} authorized ${provider.name}`,
    preheader: `${by} decided it on ${formatMoment(at)}.`,
    paragraphs: [
      `${by} of ${named(reseller)} authorized ${named(provider)} as its indirect provider on ${formatMoment(at)}.`,
      `${provider.name} may now register and manage devices of those customers of ${reseller.name} whose consent names it. The consents of the customers are unchanged, and either side can end it at any time.`,
    ],
    action: action(to),
    footer,
  };
}

/** To both sides, once a reseller declined. */
export function declinedMail(to: SideName, { provider, reseller }: Link, by: string, at: Date): MailModel {
  return {
    subject: `${reseller.name} declined the invitation of ${provider.name}`,
    preheader: `${by} decided it on ${formatMoment(at)}.`,
    paragraphs: [
      `${by} of ${named(reseller)} declined the invitation of ${named(provider)} on ${formatMoment(at)}.`,
      'Nothing has changed for either side. The link is closed; it takes a new invitation to decide again.',
    ],
    action: action(to),
    footer,
  };
}

interface Ended extends Link {
  by: { name: string; organization: string };
  at: Date;
  customers: number;
}

/** To both sides, once either of them ended it. */
export function endedMail(to: SideName, { provider, reseller, by, at, customers }: Ended): MailModel {
  const count = customers === 1 ? '1 customer' : `${customers.toLocaleString('en')} customers`;
  return {
    subject: `${provider.name} is no longer the provider of ${reseller.name}`,
    preheader: `${by.name} of ${by.organization} ended it on ${formatMoment(at)}.`,
    paragraphs: [
      `${by.name} of ${by.organization} ended the authorization of ${named(provider)} by ${named(reseller)} on ${formatMoment(at)}.`,
      customers === 0
        ? `No customer of ${reseller.name} named ${provider.name} in its consent, so nothing else changes.`
        : `From then on ${provider.name} can no longer manage the devices of ${count} of ${reseller.name} through it. Devices that are registered stay registered.`,
      `The consents of the customers stay as they are, and so does what ${reseller.name} may do for them. Open requests that name ${provider.name} can no longer be accepted.`,
    ],
    action: action(to),
    footer,
  };
}
