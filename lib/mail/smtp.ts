import { createTransport, type SendMailOptions } from 'nodemailer';
import { env } from '@/lib/env';

/** How long a server may take to answer, in milliseconds, before the mail is tried again later. */
const patience = 15_000;

/** Hands one mail to the server of `SMTP_URL`. Throws when the server cannot be reached or refuses it. */
export async function sendBySmtp(mail: SendMailOptions): Promise<void> {
  const transport = createTransport({
    url: env.SMTP_URL,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from: env.MAIL_FROM, ...mail });
  } finally {
    transport.close();
  }
}
