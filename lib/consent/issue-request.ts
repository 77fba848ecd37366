import { and, eq, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import { madeBy, type TenantActor } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/jobs/enqueue';
import { queueMail } from '@/lib/mail/queue-mail';
import { renderText } from '@/lib/mail/render-text';
import { paths } from '@/lib/paths';
import type { ExpiryDays } from './expiry-choices';
import { hashInvitationToken, newInvitationToken } from './invitation-token';
import type { ConsentKind } from './names';
import { recipientKeys, recipientSearch } from './recipient-search';
import { reminderTimes } from './reminder-times';
import { requestMail } from './request-mail';
import { sealToken } from './sealed-token';
import { countOneToday } from './sent-today';
import { statesBefore } from './state';

interface Issued {
  requestId: string;
  partner: { name: string; domain: string; mpnId: string | null };
  kind: ConsentKind;
  provider: { id: string; name: string } | null;
  /** Vetted: they go out under our name. */
  recipientName: string;
  recipientEmail: string;
  organization: string;
  dap: boolean;
  delivery: 'mail' | 'copy';
  expiresInDays: ExpiryDays;
  /** The request it is sent in the place of. */
  replacesId?: string;
  /** Whoever of support sends it in that person's name. */
  resentBy?: string;
}

/**
 * Gives a request its link, its clock and its mail, inside the transaction of the command that sends it: a draft of the own
 * organization becomes the request, anything else is a new row. `taken` when the id already is a request, or when the one
 * it replaces was replaced meanwhile; `daily_limit` when today's are used up. The copy is the only time its link is seen.
 */
export async function issueRequest(sender: TenantActor, given: Issued) {
  const { requestId, partner, kind, provider, dap, delivery, organization, recipientName, recipientEmail } = given;
  const token = newInvitationToken();
  const at = now();
  const expiresAt = later(at, days(given.expiresInDays));
  const values = {
    kind,
    providerId: provider?.id ?? null,
    dap,
    state: 'sent' as const,
    recipientName,
    recipientEmail,
    recipientOrganization: organization,
    recipientSearch: recipientSearch(recipientName, recipientEmail, organization),
    ...recipientKeys(recipientEmail, organization),
    delivery,
    tokenHash: hashInvitationToken(token),
    replacesId: given.replacesId ?? null,
    resentBy: given.resentBy ?? null,
    ...madeBy(sender),
    createdAt: at,
    expiresAt,
  };
  const ownDraft = and(
    eq(consentRequests.id, requestId),
    eq(consentRequests.partnerId, sender.tenant.id),
    inArray(consentRequests.state, statesBefore('send')),
  );
  const fromDraft = await db.update(consentRequests).set(values).where(ownDraft).returning({ id: consentRequests.id });
  if (fromDraft.length === 0) {
    const inserted = await db
      .insert(consentRequests)
      .values({ ...values, id: requestId, partnerId: sender.tenant.id })
      .onConflictDoNothing()
      .returning({ id: consentRequests.id });
    if (inserted.length === 0) return { ok: false, reason: 'taken' } as const;
  }
  const { reached } = await countOneToday(sender.tenant.id, at);
  if (reached) return { ok: false, reason: 'daily_limit', limit: reached.limit, isNew: reached.isNew } as const;

  await enqueue('consent_request.expire', { requestId }, expiresAt);
  for (const { reminder, at: due } of reminderTimes(at, expiresAt)) {
    // Who copied the mail sends their own reminders, so that we need not keep the link.
    const sealed = delivery === 'mail' ? sealToken(token, requestId) : '';
    await enqueue('consent_request.remind', { requestId, reminder, token: sealed }, due);
  }
  const url = `${env.APP_ORIGIN}${paths.invitation(token)}`;
  const providerName = provider?.name ?? null;
  const mail = requestMail({ partner, kind, providerName, recipientName, organization, dap, expiresAt, url });
  if (delivery === 'mail') await queueMail(recipientEmail, mail);
  const copy = delivery === 'copy' ? { subject: mail.subject, text: renderText(mail), url } : null;
  return { ok: true, requestId, copy } as const;
}

/** What the activity log says of it. */
export const issuedDetail = ({ kind, dap, provider, delivery, recipientEmail }: Issued) => ({
  kind,
  dap,
  provider: provider?.id ?? null,
  delivery,
  recipient: recipientEmail,
});
