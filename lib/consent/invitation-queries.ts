import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consentRequests, consents, tenants, users } from '@/db/schema';
import { type MaybeActor, requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { type DeadLink, unknownLink, viewOf } from './invitation-view';
import { type DeadReason, deadReason } from './judge';
import { heldInvitation, type Invitation, loadInvitation } from './load-invitation';

/** Whatever an address or a cookie holds: what cannot be a link is one we do not know. */
const token = z.string().max(200).catch('');
const nobodys = '00000000-0000-0000-0000-000000000000';
const requestId = z.uuid().catch(nobodys);

async function describeDead({ request, partner }: Invitation, why: DeadReason, actor: MaybeActor): Promise<DeadLink> {
  const own = actor?.type === 'user' && request.customerId === actor.tenant.id;
  const [decider] =
    own && request.decidedBy
      ? await db.select({ name: users.name }).from(users).where(eq(users.id, request.decidedBy))
      : [];
  const decided = decider && request.decidedAt ? { by: decider.name, at: request.decidedAt } : null;
  const { renewalAskedAt } = request;
  return { ...unknownLink, why, partnerName: partner.name, renewalAskedAt, decided };
}

/**
 * Where a link leads, for whoever holds it: the request's id while it is good, else why it is not. Changes nothing; a mail
 * scanner may ask as often as it likes.
 */
export const findInvitation = query({
  allow: 'invitation:find',
  input: z.object({ token }),
  async run(actor, input) {
    const invitation = await loadInvitation(input.token);
    if (!invitation) return { ...unknownLink, requestId: null };
    const why = deadReason(invitation.judged, now());
    if (why) return { ...(await describeDead(invitation, why, actor)), requestId: invitation.request.id };
    const { id, recipientOrganization: organization, expiresAt } = invitation.request;
    const about = { partnerName: invitation.partner.name, oem: invitation.kind === 'oem' };
    return { kind: 'good', requestId: id, ...about, organization, expiresAt } as const;
  },
});

/** The consent page for the person signed in: what to show, or why they cannot decide. */
export const getInvitation = query({
  allow: 'invitation:read',
  input: z.object({ token, requestId }),
  async run(actor, input) {
    const user = requireUser(actor);
    const invitation = await heldInvitation(user, input);
    if (!invitation) return unknownLink;
    const { request, judged } = invitation;
    const why = deadReason(judged, now());
    if (why) return describeDead(invitation, why, user);
    const { recipientOrganization: organization, expiresAt } = request;
    const view = await viewOf(invitation, user, { organization, expiresAt });
    const theirs = view.kind !== 'own_organization' && view.kind !== 'wrong_organization';
    /** Nobody of the organization has had it before them yet. */
    return { ...view, isNew: theirs && request.state === 'sent' };
  },
});

/** How the actor's organization answered a request; another organization's answer is `not_found`. */
export const getDecision = query({
  allow: 'relationships:read',
  input: z.object({ requestId: z.uuid() }),
  async run(actor, { requestId }) {
    const { tenant } = requireUser(actor);
    const [row] = await db
      .select({
        state: consentRequests.state,
        dapAsked: consentRequests.dap,
        kind: consentRequests.kind,
        providerId: consentRequests.providerId,
        partnerId: consentRequests.partnerId,
        partnerName: tenants.name,
        by: users.name,
        at: consentRequests.decidedAt,
        reason: consentRequests.declineReason,
        delivery: consentRequests.delivery,
      })
      .from(consentRequests)
      .innerJoin(tenants, eq(tenants.id, consentRequests.partnerId))
      .innerJoin(users, eq(users.id, consentRequests.decidedBy))
      .where(and(eq(consentRequests.id, requestId), eq(consentRequests.customerId, tenant.id)));
    if (!row?.at) throw new AppError('not_found');
    const [consent] = await db
      .select({ dap: consents.dap })
      .from(consents)
      .where(
        and(
          eq(consents.customerId, tenant.id),
          eq(consents.partnerId, row.partnerId),
          eq(consents.kind, row.kind),
          isNull(consents.revokedAt),
        ),
      );
    const [provider] = row.providerId
      ? await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, row.providerId))
      : [];
    return {
      accepted: row.state === 'accepted',
      partnerName: row.partnerName,
      providerName: provider?.name ?? null,
      by: row.by,
      at: row.at,
      /** What went with a no, when something did. */
      reason: row.reason,
      /** Answered on a standing link, which can be opened again. */
      standing: row.delivery === 'standing',
      dapAsked: row.dapAsked,
      /** Whether the partner holds delegated administration now; null when the relationship has ended since. */
      dap: consent?.dap ?? null,
    };
  },
});
