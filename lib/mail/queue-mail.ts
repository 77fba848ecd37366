import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { mails } from '@/db/schema';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/jobs/enqueue';
import { defuseLine } from './defuse';
import type { MailModel } from './mail-model';
import { renderHtml } from './render-html';
import { renderText } from './render-text';

/** Puts a mail into the outbox of the open transaction; with `SMTP_URL` it leaves once that commits. */
export async function queueMail(toAddress: string, model: MailModel): Promise<void> {
  const id = uuidv7();
  await db.insert(mails).values({
    id,
    toAddress,
    subject: defuseLine(model.subject),
    textBody: renderText(model),
    htmlBody: renderHtml(model),
    links: [model.action.url],
    createdAt: now(),
  });
  if (env.SMTP_URL) await enqueue('mail.send', { mailId: id });
}
