import { and, eq, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { apiClients, consentRequests, users } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command, parse } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { findSender } from './find-sender';
import { issuedDetail, issueRequest } from './issue-request';
import { resendRequestInput } from './resend-request-input';
import { recipientInput } from './send-request-input';
import { effectiveState, statesBefore } from './state';

/**
 * Sends a request again: a new request with a new link and a new clock takes the place of the old one, whose link is dead
 * from then on. The recipient and what is asked for stay. Outcomes: `already_sent` for the same click twice, `replaced` when
 * somebody else sent it again, `closed` when it was answered or withdrawn, `provider_left`, and `daily_limit`. Another
 * organization's request is `not_found`.
 */
export const resendRequest = command({
  allow: 'requests:send',
  input: resendRequestInput,
  audit: 'consent_request.resent',
  async run({ actor, about }, { requestId, newId, delivery, expiresInDays }) {
    const sender = requireTenant(actor);
    const own = and(eq(consentRequests.id, requestId), eq(consentRequests.partnerId, sender.tenant.id));
    const [found] = await db
      .select({ request: consentRequests, removedAt: users.disabledAt, revokedAt: apiClients.revokedAt })
      .from(consentRequests)
      .leftJoin(users, eq(users.id, consentRequests.createdBy))
      .leftJoin(apiClients, eq(apiClients.id, consentRequests.clientId))
      .where(own);
    if (!found) throw new AppError('not_found');
    const state = effectiveState({ ...found.request, withdrawn: (found.removedAt ?? found.revokedAt) !== null }, now());
    if (state !== 'superseded' && !statesBefore('supersede').includes(state))
      return { ok: false, reason: 'closed' } as const;

    const superseded = await db
      .update(consentRequests)
      .set({ state: 'superseded' })
      .where(and(own, inArray(consentRequests.state, statesBefore('supersede'))))
      .returning({ id: consentRequests.id });
    if (superseded.length === 0) return whatHappened(requestId, newId);
    const { partner, providers } = await findSender(sender.tenant.id);
    const { kind, dap, providerId } = found.request;
    const provider = providers.find(({ id }) => id === providerId) ?? null;
    if (providerId && !provider) return { ok: false, reason: 'provider_left' } as const;
    const { recipientName, recipientEmail, recipientOrganization: organization } = found.request;
    const recipient = parse(recipientInput, { recipientName, recipientEmail, organization });

    const request = { ...recipient, partner, kind, provider, dap, delivery, expiresInDays, replacesId: requestId };
    const issued = await issueRequest(sender, { ...request, requestId: newId });
    if (!issued.ok) {
      if (issued.reason === 'taken') throw new AppError('conflict');
      return issued;
    }
    const detail = { ...issuedDetail({ ...request, requestId: newId }), replaces: requestId };
    about({ subjectId: newId, partnerId: sender.tenant.id, detail });
    return issued;
  },
});

/** Of two who send it again at once, the second finds it replaced; the same click twice is no second. */
async function whatHappened(requestId: string, newId: string) {
  const [newer] = await db
    .select({ id: consentRequests.id })
    .from(consentRequests)
    .where(eq(consentRequests.replacesId, requestId));
  if (!newer) return { ok: false, reason: 'closed' } as const;
  return { ok: false, reason: newer.id === newId ? 'already_sent' : 'replaced', requestId: newer.id } as const;
}
