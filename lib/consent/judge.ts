import type { UserActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { isCloudNative } from './cloud-native';
import type { ConsentKind } from './names';
import { effectiveState, type RequestState } from './state';

/** Why a link leads nowhere any more. `unknown` is also every link that never was one. */
export type DeadReason = 'unknown' | 'expired' | 'used' | 'withdrawn' | 'replaced' | 'declined';

export interface JudgedRequest {
  state: RequestState;
  expiresAt: Date;
  kind: ConsentKind;
  partnerId: string;
  /** The person who sent it has no account any more: what they left open dies with it. */
  senderRemoved: boolean;
  /** The reseller and the provider it names have parted. */
  providerLeft: boolean;
  /** The organization the recipient's address belongs to, when it is one we know. */
  recipientTenantId: string | null;
}

export type Verdict =
  | 'ready'
  | 'dead'
  | 'own_organization'
  | 'wrong_organization'
  | 'permission_required'
  | 'cloud_account_required';

const ends: Record<RequestState, DeadReason | null> = {
  sent: null,
  opened: null,
  draft: 'unknown',
  accepted: 'used',
  declined: 'declined',
  canceled: 'withdrawn',
  expired: 'expired',
  superseded: 'replaced',
};

/** Why the link of this request is dead, or null while it is good. */
export function deadReason(request: JudgedRequest, at: Date): DeadReason | null {
  const reason = ends[effectiveState(request, at)];
  return reason ?? (request.senderRemoved || request.providerLeft ? 'withdrawn' : null);
}

/** Whether this person may decide this request now, and if not, what stands in the way. Everything but `dead` leaves the link good. */
export function judge(request: JudgedRequest, actor: UserActor, at: Date): Verdict {
  if (deadReason(request, at)) return 'dead';
  if (actor.tenant.id === request.partnerId) return 'own_organization';
  if (request.recipientTenantId && request.recipientTenantId !== actor.tenant.id) return 'wrong_organization';
  if (!allows(actor, 'consent:decide')) return 'permission_required';
  const fits = request.kind !== 'oem' || isCloudNative({ email: actor.email, tenantDomain: actor.tenant.domain });
  return fits ? 'ready' : 'cloud_account_required';
}
