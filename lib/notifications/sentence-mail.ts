import { env } from '@/lib/env';
import type { MailModel } from '@/lib/mail/mail-model';

/** The mail of a notification that has none of its own: its sentence, and where a click in the portal would lead. */
export function sentenceMail({ said, path }: { said: string; path: string }): MailModel {
  return {
    subject: said.replace(/\.$/, ''),
    preheader: said,
    paragraphs: [said],
    action: { label: 'Open it in Countersign', url: `${env.APP_ORIGIN}${path}` },
    footer: 'Countersign sends this because it concerns you. Choose what you are told about under Notifications.',
  };
}
