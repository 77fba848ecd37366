import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { apiClients, consentRequests, requestForwards, signUps, tenants, users } from '@/db/schema';
import type { MaybeActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { makerName } from '@/lib/clients/maker-name';
import { findTenantByAddress } from '@/lib/tenants/find-by-address';
import { areLinked } from './are-linked';
import type { Asked } from './asked';
import { hashInvitationToken, invitationTokenPattern } from './invitation-token';
import type { JudgedRequest } from './judge';

const providers = alias(tenants, 'providers');

export interface Invitation extends Asked {
  request: typeof consentRequests.$inferSelect;
  requester: NonNullable<Asked['requester']>;
  judged: JudgedRequest;
}

/** The request a link leads to, with everything that decides what may happen to it; null for a link we never made. */
export async function loadInvitation(token: string): Promise<Invitation | null> {
  if (!invitationTokenPattern.test(token)) return null;
  return loadWhere(eq(consentRequests.tokenHash, hashInvitationToken(token)));
}

/** A request by its id, for the portal's own work; null when there is none. */
export const loadRequest = (requestId: string): Promise<Invitation | null> =>
  loadWhere(eq(consentRequests.id, requestId));

/**
 * The request that somebody holds: whoever has its link; and an administrator to whom a colleague forwarded it, or whose
 * organization somebody without an account brought it to, with or without the link. Null for everybody else.
 */
export async function heldInvitation(
  actor: MaybeActor,
  { token, requestId }: { token: string; requestId: string },
): Promise<Invitation | null> {
  const byLink = await loadInvitation(token);
  if (byLink) return byLink.id === requestId ? byLink : null;
  if (actor?.type !== 'user' || !allows(actor, 'consent:decide')) return null;
  const forwarded = db
    .select({ id: requestForwards.subjectId })
    .from(requestForwards)
    .where(and(eq(requestForwards.subjectId, requestId), eq(requestForwards.tenantId, actor.tenant.id)));
  const brought = db
    .select({ id: signUps.requestId })
    .from(signUps)
    .where(and(eq(signUps.requestId, requestId), eq(signUps.tenantId, actor.tenant.id)));
  const passedOn = or(inArray(consentRequests.id, forwarded), inArray(consentRequests.id, brought));
  return loadWhere(and(eq(consentRequests.id, requestId), passedOn));
}

async function loadWhere(which: SQL | undefined): Promise<Invitation | null> {
  const [row] = await db
    .select({
      request: consentRequests,
      partner: tenants,
      provider: providers,
      requesterId: users.id,
      requesterName: makerName,
      requesterEmail: users.email,
      removedAt: users.disabledAt,
      revokedAt: apiClients.revokedAt,
    })
    .from(consentRequests)
    .innerJoin(tenants, eq(tenants.id, consentRequests.partnerId))
    .leftJoin(users, eq(users.id, consentRequests.createdBy))
    .leftJoin(apiClients, eq(apiClients.id, consentRequests.clientId))
    .leftJoin(providers, eq(providers.id, consentRequests.providerId))
    .where(which);
  if (!row) return null;
  const { request, partner, provider } = row;
  return {
    id: request.id,
    standing: false,
    kind: request.kind,
    dap: request.dap,
    request,
    partner,
    provider,
    requester: { id: row.requesterId, name: row.requesterName, email: row.requesterEmail },
    judged: {
      state: request.state,
      expiresAt: request.expiresAt,
      kind: request.kind,
      partnerId: request.partnerId,
      senderRemoved: (row.removedAt ?? row.revokedAt) !== null,
      providerLeft: provider !== null && !(await areLinked(provider.id, partner.id)),
      suspended: Boolean(partner.suspendedAt ?? provider?.suspendedAt),
      recipientTenantId: await findTenantByAddress(request.recipientEmail),
    },
  };
}
