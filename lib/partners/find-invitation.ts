import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { providerInvitations, tenants, users } from '@/db/schema';
import type { Organization } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { hashInvitationToken, invitationTokenPattern } from '@/lib/consent/invitation-token';
import type { DeadReason } from '@/lib/consent/judge';
import { findTenantByAddress } from '@/lib/tenants/find-by-address';
import type { AuthorizationOffer } from './authorization-terms';
import { deadReason } from './invitation-state';

export interface FoundInvitation {
  id: string;
  provider: AuthorizationOffer['provider'] & { id: string };
  sender: { id: string; name: string; email: string; active: boolean };
  recipientOrganization: string;
  /** The organization the recipient's address belongs to, when it is one we know. */
  recipientTenantId: string | null;
  expiresAt: Date;
  /** Who decided, once somebody has. */
  decidedFor: string | null;
  /** Null while the link works. A sender's links die with the sender's account. */
  dead: DeadReason | null;
}

/** The invitation whose link holds this token; null for a link we never made. */
export async function findInvitation(token: string): Promise<FoundInvitation | null> {
  if (!invitationTokenPattern.test(token)) return null;
  const [found] = await db
    .select({ invitation: providerInvitations, provider: tenants, sender: users })
    .from(providerInvitations)
    .innerJoin(tenants, eq(tenants.id, providerInvitations.providerId))
    .innerJoin(users, eq(users.id, providerInvitations.createdBy))
    .where(eq(providerInvitations.tokenHash, hashInvitationToken(token)));
  if (!found) return null;
  const { invitation, sender } = found;
  const { id, name, domain, mpnId, country } = found.provider;
  return {
    id: invitation.id,
    provider: { id, name, domain, mpnId, country },
    sender: { id: sender.id, name: sender.name, email: sender.email, active: sender.disabledAt === null },
    recipientOrganization: invitation.recipientOrganization,
    recipientTenantId: await findTenantByAddress(invitation.recipientEmail),
    expiresAt: invitation.expiresAt,
    decidedFor: invitation.resellerId,
    dead:
      deadReason(invitation, now()) ??
      (sender.disabledAt ? 'withdrawn' : found.provider.suspendedAt ? 'suspended' : null),
  };
}

/** True for the indirect reseller that was invited: where we know whose address the invitation went to, no other will do. */
export const isInvited = (found: FoundInvitation, reseller: Organization): boolean =>
  reseller.partnerType === 'indirect_reseller' &&
  (found.recipientTenantId === null || found.recipientTenantId === reseller.id);
