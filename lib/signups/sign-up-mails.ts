import { formatMoment } from '@/lib/consent/format-day';
import { env } from '@/lib/env';
import type { MailModel } from '@/lib/mail/mail-model';
import { paths } from '@/lib/paths';
import { domainOf } from '@/lib/tenants/organization-domain';

interface Partner {
  name: string;
  domain: string;
}

const nameOf = ({ name, domain }: Partner) => `${name} (${domain})`;

const footer = 'Countersign sends this because your address was entered on the page of a partner’s consent link.';

interface SetUpMail {
  email: string;
  partner: Partner;
  token: string;
  expiresAt: Date;
}

/** The one mail that carries the link to set up an organization: whoever opens it has shown that the address is theirs. */
export function setUpMail({ email, partner, token, expiresAt }: SetUpMail): MailModel {
  const domain = domainOf(email);
  return {
    subject: 'Set up your organization in Countersign',
    preheader: `Then you can answer ${partner.name}.`,
    paragraphs: [
      `${nameOf(partner)} asks for a partner relationship, and nobody of ${domain} has an account here yet.`,
      `Open the link to set up your organization with the domain ${domain}. You become its first global administrator, and can accept or decline then.`,
      `The link is yours alone, works once and until ${formatMoment(expiresAt)}. Nothing is granted by opening it.`,
    ],
    action: { label: 'Set up your organization', url: `${env.APP_ORIGIN}${paths.signUpLink(token)}` },
    footer: `${footer} If that was not you, there is nothing to do.`,
  };
}

/** How an account is signed in to. */
export type WayIn = 'password' | 'directory' | 'switched_off';

const waysIn: Record<WayIn, (organization: string) => string> = {
  password: () =>
    'Sign in with it to see the request. If you forgot your password, the sign-in page has a new one mailed to you.',
  directory: () => 'Sign in with Microsoft, as you do elsewhere, to see the request.',
  switched_off: (organization) => `It is switched off. An administrator of ${organization} can enable it again.`,
};

interface AccountMail {
  partner: Partner;
  organization: string;
  how: WayIn;
  url: string;
}

/** To somebody who has an account and asked for a way in. */
export function accountMail({ partner, organization, how, url }: AccountMail): MailModel {
  return {
    subject: 'You have an account in Countersign already',
    preheader: `Sign in with this address to see what ${partner.name} asks.`,
    paragraphs: [
      `${nameOf(partner)} asks for a partner relationship. You have an account of ${organization} with this address already.`,
      waysIn[how](organization),
    ],
    action: { label: 'Sign in and see the request', url },
    footer: `${footer} If that was not you, there is nothing to do.`,
  };
}

interface AskedMail {
  partner: Partner;
  organization: string;
  url: string;
}

/** To somebody without an account whose organization is here: its administrators know now. */
export function askedMail({ partner, organization, url }: AskedMail): MailModel {
  return {
    subject: `We asked the administrators of ${organization}`,
    preheader: `They can answer ${partner.name}, and give you an account.`,
    paragraphs: [
      `${nameOf(partner)} asks for a partner relationship. ${organization} has a place here already, so we put the request before its global administrators.`,
      'They can answer it, and invite you if you should have an account yourself. We tell them once a day. The link that you have stays good.',
    ],
    action: { label: 'Open the request', url },
    footer,
  };
}

interface AdministratorsMail {
  /** As somebody typed it: nobody has shown that it is theirs. */
  address: string;
  partner: Partner;
  organization: string;
  url: string;
}

/** To the global administrators of an organization: somebody without an account has a request that only they can answer. */
export function administratorsMail({ address, partner, organization, url }: AdministratorsMail): MailModel {
  return {
    subject: `${partner.name} waits for an answer of ${organization}`,
    preheader: `Somebody without an account asks you to accept or decline.`,
    paragraphs: [
      `Somebody opened a consent request of ${nameOf(partner)}, has no account here, and gave the address ${address}. We have not checked that it is theirs.`,
      `Only a global administrator of ${organization} can answer. Opening the request decides nothing. Its page says who asks and what would be granted.`,
      'If you know the person and they should have an account, you can invite them from there.',
    ],
    action: { label: 'Review the request', url },
    footer: `Countersign sends this because you are a global administrator of ${organization}.`,
  };
}

/** Why no administrator was asked. */
export type NoAnswer = 'own_organization' | 'wrong_organization' | 'no_administrator';

interface NoAnswerMail {
  why: NoAnswer;
  partner: Partner;
  /** Whom the request is for, or the person's own organization; null where nobody knows what it is called. */
  organization: string | null;
  url: string;
}

const obstacles: Record<NoAnswer, (partner: string, organization: string) => [subject: string, ...words: string[]]> = {
  own_organization: (partner, organization) => [
    `${organization} asks for this itself`,
    `The link you opened is one of ${partner}, which is your own organization. Only those it was sent to can answer.`,
    'To get an account, ask an administrator of your organization to invite you.',
  ],
  wrong_organization: (partner, organization) => [
    'This request is for another organization',
    `${partner} sent the request you opened to ${organization}, and only ${organization} can answer it.`,
    'If it came to you by mistake, forward the mail it came in, or tell the partner.',
  ],
  no_administrator: (partner, organization) => [
    `Nobody of ${organization} can answer`,
    `${partner} asks for a partner relationship. ${organization} has a place here, but no global administrator who could answer.`,
    `Ask whoever looks after the accounts of ${organization}. The link that you have stays good.`,
  ],
};

/** To somebody without an account whose organization cannot answer the request they opened. */
export function noAnswerMail({ why, partner, organization, url }: NoAnswerMail): MailModel {
  const [subject, ...words] = obstacles[why](nameOf(partner), organization ?? 'another organization');
  return {
    subject,
    preheader: 'Nothing was granted, and nothing was changed.',
    paragraphs: words,
    action: { label: 'Open the request', url },
    footer,
  };
}
