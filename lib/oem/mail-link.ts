import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '@/db';
import { oemLinkMails, standingLinks } from '@/db/schema';
import { requireUser, type UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { findSender } from '@/lib/consent/find-sender';
import { countOneToday } from '@/lib/consent/sent-today';
import { AppError } from '@/lib/errors';
import { queueMail } from '@/lib/mail/queue-mail';
import { consentLinkOf } from './consent-link';
import { linkMail } from './link-mail';
import { mailLinkInput } from './mail-link-input';

type Mailed = z.output<typeof mailLinkInput>;

/**
 * Mails an OEM's consent link to one customer; what is sent counts against the day's requests. Outcomes: `no_link`,
 * `own_organization`, `daily_limit`, and `already_sent` when the same form was submitted before.
 */
export const mailLink = command({
  allow: 'oem_link:mail',
  input: mailLinkInput,
  audit: 'oem_link.mailed',
  async run({ actor, about }, input) {
    const user = requireUser(actor);
    const { id: partnerId } = user.tenant;
    const link = await holdLink(partnerId);
    if (!link) return { ok: false, reason: 'no_link' } as const;
    const { partner } = await findSender(user.tenant.id);
    const { mailId, recipientName, recipientEmail, organization } = input;
    if (recipientEmail.endsWith(`@${partner.domain}`)) return { ok: false, reason: 'own_organization' } as const;
    const at = now();
    const recipient = { recipientName, recipientEmail, organization };
    const made = await db
      .insert(oemLinkMails)
      .values({ id: mailId, partnerId, linkId: link.id, ...recipient, sentBy: user.id, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: oemLinkMails.id });
    if (made.length === 0) return alreadySent(user, input);
    const { reached } = await countOneToday(partnerId, at);
    if (reached) return { ok: false, reason: 'daily_limit', limit: reached.limit, isNew: reached.isNew } as const;
    await queueMail(recipientEmail, linkMail({ partner, recipientName, organization, url: link.url }));
    about({ subjectId: mailId, partnerId, detail: { recipient: recipientEmail, organization, standingLink: link.id } });
    return { ok: true } as const;
  },
});

/** The OEM's link, held until the transaction ends: nobody replaces it while it goes out. */
async function holdLink(partnerId: string) {
  const working = and(
    eq(standingLinks.partnerId, partnerId),
    eq(standingLinks.kind, 'oem'),
    isNull(standingLinks.endedAt),
  );
  const held = await db.update(standingLinks).set({ kind: 'oem' }).where(working).returning({ id: standingLinks.id });
  return held.length > 0 ? consentLinkOf(partnerId) : null;
}

/** The same form again is one mail; the same id around something else is a mistake, whoever's the first was. */
async function alreadySent({ tenant }: UserActor, { mailId, recipientEmail }: Mailed) {
  const own = and(eq(oemLinkMails.id, mailId), eq(oemLinkMails.partnerId, tenant.id));
  const [first] = await db.select({ to: oemLinkMails.recipientEmail }).from(oemLinkMails).where(own);
  if (first?.to !== recipientEmail) throw new AppError('conflict');
  return { ok: false, reason: 'already_sent' } as const;
}
