import { formatDay } from '@/lib/consent/format-day';
import { env } from '@/lib/env';
import type { MailModel } from '@/lib/mail/mail-model';
import { paths } from '@/lib/paths';

interface Joining {
  organization: { name: string; domain: string };
  /** Null where nobody of the organization could have asked: its first person. */
  invitedBy: string | null;
  name: string;
  token: string;
  expiresAt: Date;
}

/** To somebody who shall have an account: the one mail that carries the link. */
export function joiningMail({ organization, invitedBy, name, token, expiresAt }: Joining): MailModel {
  const { name: theirs, domain } = organization;
  return {
    subject: `Your account for ${theirs} in Countersign`,
    preheader: `Choose a password, and you can sign in for ${theirs}.`,
    paragraphs: [
      `Hello ${name},`,
      invitedBy
        ? `${invitedBy} invites you to sign in to Countersign for ${theirs} (${domain}).`
        : `${theirs} (${domain}) has a place in Countersign now, and you are its first person.`,
      `Open the link and choose a password. The link is yours alone, works once and until ${formatDay(expiresAt)}.`,
    ],
    action: { label: 'Set up your account', url: `${env.APP_ORIGIN}${paths.joinLink(token)}` },
    footer: 'If you did not expect this, you need not do anything: without you there will be no account.',
  };
}
