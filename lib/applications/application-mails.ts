import { formatMoment } from '@/lib/consent/format-day';
import { env } from '@/lib/env';
import type { MailModel } from '@/lib/mail/mail-model';
import { paths } from '@/lib/paths';

interface Confirmation {
  name: string;
  organization: string;
  domain: string;
  token: string;
  expiresAt: Date;
}

const footer =
  'Countersign sends this because your address was entered on its application page. Nobody there learned whether it is known.';

/** To the contact of an application: the one mail that carries the link. */
export function confirmationMail({ name, organization, domain, token, expiresAt }: Confirmation): MailModel {
  return {
    subject: 'Confirm your application to Countersign',
    preheader: `${organization} applies to be a partner. Nobody reads the application before you confirm it.`,
    paragraphs: [
      `Hello ${name},`,
      `somebody entered your address to apply for ${organization} (${domain}) as a partner in Countersign.`,
      `If that was you, open the link, look at what was entered and confirm it. Support reads it then, and answers to this address. The link works until ${formatMoment(expiresAt)}.`,
      'If it was not you, there is nothing to do: without you nobody reads the application.',
    ],
    action: { label: 'Look at the application', url: `${env.APP_ORIGIN}${paths.applicationLink(token)}` },
    footer,
  };
}

/** Why an application came to nothing before anybody read it. */
const reasons = {
  domain_taken: (domain: string) =>
    `An organization with the domain ${domain} has a place here already. One of its administrators can invite you.`,
  address_taken: () =>
    'Your address signs in to an organization here already. Sign in, or apply with an address that has no account yet.',
  waiting: (domain: string) =>
    `An application for ${domain} waits for support already. Its answer goes to whoever confirmed that one.`,
} as const;

interface NotNeeded {
  name: string;
  domain: string;
  why: keyof typeof reasons;
}

/** To the contact of an application that needs no answer of theirs. Only they may know why, so it is said here alone. */
export function notNeededMail({ name, domain, why }: NotNeeded): MailModel {
  const sentence = reasons[why](domain);
  return {
    subject: 'About your application to Countersign',
    preheader: sentence,
    paragraphs: [
      `Hello ${name},`,
      `somebody entered your address to apply for ${domain} as a partner in Countersign. There is nothing to confirm.`,
      sentence,
      'If it was not you who applied, there is nothing to do.',
    ],
    action: { label: 'Open Countersign', url: `${env.APP_ORIGIN}${paths.signIn()}` },
    footer,
  };
}

interface Refusal {
  name: string;
  organization: string;
  /** Support's own words, free of links. */
  reason: string;
}

/** To the contact of an application that support refused. */
export function refusalMail({ name, organization, reason }: Refusal): MailModel {
  return {
    subject: `Your application for ${organization} was refused`,
    preheader: 'Support says why, and you can apply again.',
    paragraphs: [
      `Hello ${name},`,
      `Countersign support did not accept ${organization} as a partner. Support wrote: “${reason}”`,
      'You can apply again at any time.',
    ],
    action: { label: 'Apply again', url: `${env.APP_ORIGIN}${paths.apply()}` },
    footer: 'Countersign sends this because you confirmed an application with this address.',
  };
}
