import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { consentRequests, consents, partnerLinks, requestForwards, tenants, users } from '@/db/schema';
import type { MaybeActor, UserActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { findTenantByAddress } from '@/lib/tenants/find-by-address';
import { hashInvitationToken, invitationTokenPattern } from './invitation-token';
import type { JudgedRequest } from './judge';
import { type InvitationFacts, type Shown, showInvitation } from './shown';

type TenantRow = typeof tenants.$inferSelect;

export interface Invitation {
  request: typeof consentRequests.$inferSelect;
  partner: TenantRow;
  provider: TenantRow | null;
  requester: { id: string; name: string; email: string };
  judged: JudgedRequest;
}

const tenantById = async (id: string): Promise<TenantRow | null> =>
  (await db.select().from(tenants).where(eq(tenants.id, id)))[0] ?? null;

async function areLinked(providerId: string, resellerId: string): Promise<boolean> {
  const links = await db
    .select({ id: partnerLinks.id })
    .from(partnerLinks)
    .where(
      and(
        eq(partnerLinks.providerId, providerId),
        eq(partnerLinks.resellerId, resellerId),
        isNull(partnerLinks.endedAt),
      ),
    );
  return links.length > 0;
}

/** The request a link leads to, with everything that decides what may happen to it; null for a link we never made. */
export async function loadInvitation(token: string): Promise<Invitation | null> {
  if (!invitationTokenPattern.test(token)) return null;
  return loadWhere(eq(consentRequests.tokenHash, hashInvitationToken(token)));
}

/**
 * The request that somebody holds: whoever has its link; and an administrator to whom a colleague forwarded it, with or
 * without the link. Null for everybody else.
 */
export async function heldInvitation(
  actor: MaybeActor,
  { token, requestId }: { token: string; requestId: string },
): Promise<Invitation | null> {
  const byLink = await loadInvitation(token);
  if (byLink) return byLink.request.id === requestId ? byLink : null;
  if (actor?.type !== 'user' || !allows(actor, 'consent:decide')) return null;
  const forwarded = db
    .select({ id: requestForwards.subjectId })
    .from(requestForwards)
    .where(and(eq(requestForwards.subjectId, requestId), eq(requestForwards.tenantId, actor.tenant.id)));
  return loadWhere(and(eq(consentRequests.id, requestId), inArray(consentRequests.id, forwarded)));
}

async function loadWhere(which: SQL | undefined): Promise<Invitation | null> {
  const [row] = await db
    .select({ request: consentRequests, partner: tenants, requester: users })
    .from(consentRequests)
    .innerJoin(tenants, eq(tenants.id, consentRequests.partnerId))
    .innerJoin(users, eq(users.id, consentRequests.createdBy))
    .where(which);
  if (!row) return null;
  const { request, partner, requester } = row;
  const provider = request.providerId ? await tenantById(request.providerId) : null;
  return {
    request,
    partner,
    provider,
    requester: { id: requester.id, name: requester.name, email: requester.email },
    judged: {
      state: request.state,
      expiresAt: request.expiresAt,
      kind: request.kind,
      partnerId: request.partnerId,
      senderRemoved: requester.disabledAt !== null,
      providerLeft: provider !== null && !(await areLinked(provider.id, partner.id)),
      recipientTenantId: await findTenantByAddress(request.recipientEmail),
    },
  };
}

/** What this person is to be shown of it, as things stand now. */
export async function invitationFor({ request, partner, provider, requester }: Invitation, actor: UserActor) {
  const [existing] = await db
    .select({ dap: consents.dap, providerId: consents.providerId })
    .from(consents)
    .where(
      and(
        eq(consents.customerId, actor.tenant.id),
        eq(consents.partnerId, partner.id),
        eq(consents.kind, request.kind),
        isNull(consents.revokedAt),
      ),
    );
  const heldProvider = existing?.providerId ? await tenantById(existing.providerId) : null;
  const facts: InvitationFacts = {
    requestId: request.id,
    kind: request.kind,
    partner: { ...partnerFacts(partner), type: partner.partnerType ?? 'direct' },
    provider: provider && partnerFacts(provider),
    requester: { name: requester.name, email: requester.email },
    dap: request.dap,
    existing: existing ? { dap: existing.dap, providerName: heldProvider?.name ?? null } : null,
    customer: { id: actor.tenant.id, name: actor.tenant.name, domain: actor.tenant.domain },
    person: { id: actor.id, name: actor.name, email: actor.email },
  };
  return showInvitation(facts) satisfies Shown;
}

const partnerFacts = ({ id, name, domain, mpnId }: TenantRow) => ({ id, name, domain, mpnId });
