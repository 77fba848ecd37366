import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '@/db';
import { apiClients, consentRequests, users } from '@/db/schema';
import type { TenantActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { parse } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { findSender } from './find-sender';
import { issuedDetail, issueRequest } from './issue-request';
import type { resendRequestInput } from './resend-request-input';
import { recipientInput } from './send-request-input';
import { effectiveState, statesBefore } from './state';

interface Replacing extends z.output<typeof resendRequestInput> {
  /** Whoever of support does it in the sender's name. */
  resentBy?: string;
}

/**
 * Sends a partner's request again, to the same recipient and for the same, in the transaction of the command that says whose
 * it may be: a new request with a new link and a new clock takes the place of the old one, whose link is dead from then on.
 * `detail` is what the log says of it. Outcomes as `resendRequest` has them; throws `not_found` where it is not the sender's
 * organization's.
 */
export async function replaceRequest(
  sender: TenantActor,
  { requestId, newId, delivery, expiresInDays, resentBy }: Replacing,
) {
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

  const sent = {
    ...recipient,
    partner,
    kind,
    provider,
    dap,
    delivery,
    expiresInDays,
    requestId: newId,
    replacesId: requestId,
    resentBy,
  };
  const issued = await issueRequest(sender, sent);
  if (!issued.ok) {
    if (issued.reason === 'taken') throw new AppError('conflict');
    return issued;
  }
  return { ...issued, detail: { ...issuedDetail(sent), replaces: requestId } };
}

/** Of two who send it again at once, the second finds it replaced; the same click twice is no second. */
async function whatHappened(requestId: string, newId: string) {
  const [newer] = await db
    .select({ id: consentRequests.id })
    .from(consentRequests)
    .where(eq(consentRequests.replacesId, requestId));
  if (!newer) return { ok: false, reason: 'closed' } as const;
  return { ok: false, reason: newer.id === newId ? 'already_sent' : 'replaced', requestId: newer.id } as const;
}
