import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { mails } from '@/db/schema';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';

/** The newest this many are shown. */
const mailboxLength = 100;

/**
 * The outbox as a mailbox for trying the portal, newest first. Only where this is a demo and no mail leaves the machine:
 * everywhere else AppError `not_found`.
 */
export const readMailbox = query({
  allow: 'mailbox:read',
  input: z.object({ to: z.string().trim().toLowerCase().max(254).optional() }),
  async run(_actor, { to }) {
    if (!env.DEMO || env.SMTP_URL) throw new AppError('not_found');
    const rows = await db
      .select()
      .from(mails)
      .where(and(isNull(mails.sentAt), to ? eq(mails.toAddress, to) : undefined))
      .orderBy(desc(mails.id))
      .limit(mailboxLength);
    return rows.map((row) => ({
      id: row.id,
      to: row.toAddress,
      subject: row.subject,
      text: row.textBody,
      html: row.htmlBody,
      links: row.links,
      at: row.createdAt,
    }));
  },
});
