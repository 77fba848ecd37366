import { requestMail } from '@/lib/consent/request-mail';
import type { MailModel } from '@/lib/mail/mail-model';

interface LinkMail {
  partner: { name: string; domain: string; mpnId: string | null };
  /** Vetted: these two come from the OEM and go out under our name. */
  recipientName: string;
  organization: string;
  url: string;
}

/** The mail that carries an OEM's consent link; the preview of the form and the outbox render this same model. */
export function linkMail(given: LinkMail): MailModel {
  return requestMail({ ...given, kind: 'oem', providerName: null, dap: false, expiresAt: null });
}
