import { formatMoment } from '@/lib/consent/format-day';
import { env } from '@/lib/env';
import type { MailModel } from '@/lib/mail/mail-model';
import { paths } from '@/lib/paths';

interface DirectoryChange {
  /** Whoever it is told to. */
  name: string;
  organization: string;
  what: 'connected' | 'disconnected';
  by: string;
  place: string;
  at: Date;
}

/** To those who answer for an organization: how its people sign in has changed. Cannot be switched off. */
export function directoryMail({ name, organization, what, by, place, at }: DirectoryChange): MailModel {
  const connected = what === 'connected';
  return {
    subject: connected
      ? `${organization} is connected to Microsoft Entra ID`
      : `${organization} is no longer connected to Microsoft Entra ID`,
    preheader: `Done by ${by}, ${formatMoment(at)}.`,
    paragraphs: [
      `Hello ${name},`,
      connected
        ? `${by} connected ${organization} to its directory at Microsoft Entra ID on ${formatMoment(at)}. Everybody in that directory can sign in with Microsoft from now on. Accounts with a password work as before.`
        : `${by} disconnected ${organization} from its directory at Microsoft Entra ID on ${formatMoment(at)}. Whoever signed in with Microsoft has been signed out and cannot sign in so any more. Accounts with a password work as before.`,
      'If this should not have happened, talk to whoever did it, or to Countersign support.',
    ],
    action: { label: 'See the directory', url: `${env.APP_ORIGIN}${paths.directory(place)}` },
    footer: 'Countersign sends this because you answer for your organization.',
  };
}
