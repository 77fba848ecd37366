import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import type { StandingInvitation } from './load-standing';
import { recipientKeys } from './recipient-search';

interface Answer {
  id: string;
  state: 'accepted' | 'declined';
  at: Date;
  reason?: string;
}

/**
 * Writes an answer on a standing link as a request of its own, so that the partner finds it with the others. Its recipient is
 * who answered, by name: their address is not the partner's to know. False when this answer was recorded before.
 */
export async function recordStandingAnswer(
  { link, partner, provider, kind, dap }: StandingInvitation,
  { id: personId, name, tenant }: UserActor,
  { id, state, at, reason }: Answer,
): Promise<boolean> {
  const recorded = await db
    .insert(consentRequests)
    .values({
      id,
      partnerId: partner.id,
      kind,
      providerId: provider?.id ?? null,
      dap,
      state,
      recipientName: name,
      recipientEmail: '',
      recipientOrganization: tenant.name,
      recipientSearch: [name, tenant.name].join('\n').toLowerCase(),
      ...recipientKeys('', tenant.name),
      delivery: 'standing',
      standingLinkId: link.id,
      createdBy: link.createdBy,
      createdAt: at,
      expiresAt: at,
      decidedAt: at,
      decidedBy: personId,
      customerId: tenant.id,
      declineReason: reason || null,
    })
    .onConflictDoNothing({ target: consentRequests.id })
    .returning({ id: consentRequests.id });
  return recorded.length > 0;
}
