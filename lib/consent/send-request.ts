import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import { requireUser, type UserActor } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { queueMail } from '@/lib/mail/queue-mail';
import { renderText } from '@/lib/mail/render-text';
import { paths } from '@/lib/paths';
import { findSender } from './find-sender';
import { hashInvitationToken, newInvitationToken } from './invitation-token';
import { requestMail } from './request-mail';
import { sendRequestInput } from './send-request-input';

type Sent = z.output<typeof sendRequestInput>;

/**
 * Sends a consent request. With delivery `copy` the answer holds the mail and its link, the only time they are seen; with
 * `mail` the sender never learns the link. Outcomes: `cannot_send` (a provider or manufacturer), `no_provider`,
 * `provider_required`, `own_organization`, and `already_sent` when the same form was submitted before.
 */
export const sendRequest = command({
  allow: 'requests:send',
  input: sendRequestInput,
  audit: 'consent_request.sent',
  async run({ actor, about }, input) {
    const user = requireUser(actor);
    const { partner, kind, providers } = await findSender(user.tenant.id);
    if (!kind) return { ok: false, reason: 'cannot_send' } as const;
    if (input.recipientEmail.endsWith(`@${partner.domain}`)) return { ok: false, reason: 'own_organization' } as const;
    const provider = providers.length === 1 ? providers[0] : providers.find(({ id }) => id === input.providerId);
    if (kind === 'indirect_reseller' && !provider)
      return { ok: false, reason: providers.length === 0 ? 'no_provider' : 'provider_required' } as const;

    const token = newInvitationToken();
    const at = now();
    const expiresAt = later(at, days(input.expiresInDays));
    const inserted = await db
      .insert(consentRequests)
      .values({
        id: input.requestId,
        partnerId: user.tenant.id,
        kind,
        providerId: provider?.id ?? null,
        dap: input.dap,
        state: 'sent',
        recipientName: input.recipientName,
        recipientEmail: input.recipientEmail,
        recipientOrganization: input.organization,
        recipientSearch: [input.recipientName, input.recipientEmail, input.organization].join('\n').toLowerCase(),
        delivery: input.delivery,
        tokenHash: hashInvitationToken(token),
        createdBy: user.id,
        createdAt: at,
        expiresAt,
      })
      .onConflictDoNothing({ target: consentRequests.id })
      .returning({ id: consentRequests.id });
    if (inserted.length === 0) return alreadySent(user, input);

    await enqueue('consent_request.expire', { requestId: input.requestId }, expiresAt);
    const url = `${env.APP_ORIGIN}${paths.invitation(token)}`;
    const mail = requestMail({ ...input, partner, providerName: provider?.name ?? null, expiresAt, url });
    if (input.delivery === 'mail') await queueMail(input.recipientEmail, mail);
    about({
      subjectId: input.requestId,
      partnerId: user.tenant.id,
      detail: {
        kind,
        dap: input.dap,
        provider: provider?.id ?? null,
        delivery: input.delivery,
        recipient: input.recipientEmail,
      },
    });
    const copy = input.delivery === 'copy' ? { subject: mail.subject, text: renderText(mail), url } : null;
    return { ok: true, requestId: input.requestId, copy } as const;
  },
});

/** The same form again is one request; the same id around something else is a mistake, whoever's the first was. */
async function alreadySent(user: UserActor, input: Sent) {
  const [first] = await db.select().from(consentRequests).where(eq(consentRequests.id, input.requestId));
  const same =
    first?.partnerId === user.tenant.id &&
    first.recipientEmail === input.recipientEmail &&
    first.recipientName === input.recipientName &&
    first.recipientOrganization === input.organization &&
    first.dap === input.dap &&
    first.delivery === input.delivery;
  if (!same) throw new AppError('conflict');
  return { ok: false, reason: 'already_sent', requestId: input.requestId } as const;
}
