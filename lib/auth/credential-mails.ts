import { formatMoment } from '@/lib/consent/format-day';
import { env } from '@/lib/env';
import type { MailModel } from '@/lib/mail/mail-model';
import { paths } from '@/lib/paths';

interface LinkMail {
  name: string;
  url: string;
  expiresAt: Date;
}

/** The link by which a person who asked for it sets a new password. */
export function newPasswordMail({ name, url, expiresAt }: LinkMail): MailModel {
  return {
    subject: 'Set a new password for Countersign',
    preheader: 'The link works once, for an hour.',
    paragraphs: [
      `Hello ${name},`,
      `somebody asked for a new password for your account. If that was you, open the link and choose one. It works once, until ${formatMoment(expiresAt)}.`,
      'If it was not you, there is nothing to do: your password stays as it is.',
    ],
    action: { label: 'Set a new password', url },
    footer:
      'Countersign sends this because your address was entered on its sign-in page. Nobody there learned whether it is known.',
  };
}

interface NewDevice {
  name: string;
  /** As `nameAgent` calls it. */
  device: string;
  address: string | null;
  at: Date;
}

/** Tells a person that somebody signed in as them with a browser they never used before. Cannot be switched off. */
export function newDeviceMail({ name, device, address, at }: NewDevice): MailModel {
  const from = address ? `${device}, from the address ${address},` : device;
  return {
    subject: 'Somebody signed in to your account with a new device',
    preheader: `${device}, ${formatMoment(at)}.`,
    paragraphs: [
      `Hello ${name},`,
      `somebody signed in to your account with ${from} on ${formatMoment(at)}. We have not seen this device sign in as you before.`,
      'If it was you, there is nothing to do. If not, set a new password at once, which signs everybody out, and tell an administrator of your organization.',
    ],
    action: { label: 'This was not me: set a new password', url: `${env.APP_ORIGIN}${paths.forgotPassword()}` },
    footer: 'Countersign sends this whenever somebody signs in as you with a device it does not know.',
  };
}

/** What a person signs in with, and what happened to it. */
const changes = {
  password_set: ['Your password was set', 'A password was set for your account by the link in a mail to you.'],
  password_changed: ['Your password was changed', 'The password of your account was changed by somebody who knew it.'],
  app_added: [
    'An authenticator app was set up for your account',
    'Signing in to your account now asks for a code of the authenticator app that was set up.',
  ],
  app_removed: [
    'The authenticator app of your account was removed',
    'Signing in to your account no longer asks for a code of an authenticator app.',
  ],
  passkey_added: [
    'A passkey was added to your account',
    'A passkey was added by which one can sign in to your account.',
  ],
  passkey_removed: [
    'A passkey of your account was removed',
    'Nobody can sign in to your account by a passkey that was removed.',
  ],
  recovery_codes_renewed: [
    'You have new recovery codes',
    'New recovery codes were made for your account; the old ones no longer work.',
  ],
  recovery_code_used: [
    'Somebody signed in with one of your recovery codes',
    'Your password and one of your recovery codes were used to sign in to your account.',
  ],
  factors_reset: [
    'Your second factor was reset',
    'An administrator of your organization removed the second factor of your account. You are asked to set up a new one, where your role needs it, when you sign in next.',
  ],
} as const satisfies Record<string, readonly [subject: string, sentence: string]>;

export type CredentialChange = keyof typeof changes;

export const credentialChanges = Object.keys(changes) as CredentialChange[];

/** Changes that sign nobody out. */
const quiet: readonly CredentialChange[] = ['recovery_code_used'];

interface CredentialMail {
  name: string;
  what: CredentialChange;
  at: Date;
  /** How many recovery codes still work, where one was used. */
  left?: number;
}

const codesLeft = (left: number) =>
  left === 0
    ? 'None is left: make new ones in your account.'
    : `${left} of them still ${left === 1 ? 'works' : 'work'}.`;

/** Tells a person that what they sign in with has changed, whoever did it. Cannot be switched off. */
export function credentialMail({ name, what, at, left }: CredentialMail): MailModel {
  const [subject, sentence] = changes[what];
  const signedOut = quiet.includes(what) ? '' : ' Whoever was signed in to your account elsewhere has been signed out.';
  return {
    subject,
    preheader: sentence,
    paragraphs: [
      `Hello ${name},`,
      `${sentence} This happened on ${formatMoment(at)}.${signedOut}`,
      ...(left === undefined ? [] : [codesLeft(left)]),
      'If this was not you, set a new password at once and tell an administrator of your organization.',
    ],
    action: { label: 'This was not me: set a new password', url: `${env.APP_ORIGIN}${paths.forgotPassword()}` },
    footer: 'Countersign sends this at every change of what you sign in with, so that none happens behind your back.',
  };
}
