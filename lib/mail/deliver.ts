import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { mails } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { env } from '@/lib/env';
import { sendBySmtp } from './smtp';

/**
 * Sends one mail of the outbox and blanks it. Throws when it cannot be sent, so that the job comes back. A crash between the
 * two sends it again; the stable Message-ID lets the receiving side drop the second.
 */
export const deliverMail = command({
  allow: 'mail:deliver',
  input: z.object({ mailId: z.uuid() }),
  audit: 'mail.sent',
  async prepare({ mailId }) {
    const [mail] = await db
      .select()
      .from(mails)
      .where(and(eq(mails.id, mailId), isNull(mails.sentAt)));
    if (!mail) return;
    await sendBySmtp({
      to: { name: '', address: mail.toAddress },
      subject: mail.subject,
      text: mail.textBody,
      html: mail.htmlBody,
      messageId: `<${mail.id}@${new URL(env.APP_ORIGIN).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  },
  async run({ about }, { mailId }) {
    const sent = await db
      .update(mails)
      .set({ sentAt: now(), subject: '', textBody: '', htmlBody: '', links: [] })
      .where(and(eq(mails.id, mailId), isNull(mails.sentAt)))
      .returning({ id: mails.id });
    if (sent.length === 0) return { ok: false, reason: 'already_sent' } as const;
    about({ subjectId: mailId });
    return { ok: true } as const;
  },
});
