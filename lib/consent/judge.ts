import type { UserActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { isCloudNative } from './cloud-native';
import type { ConsentKind } from './names';
import { effectiveState, type RequestState } from './state';

/**
 * Why a link leads nowhere. `unknown` is also every link that never was one; `suspended` passes: the link is good again once
 * support reinstates who it is from.
 */
export type DeadReason = 'unknown' | 'expired' | 'used' | 'withdrawn' | 'replaced' | 'declined' | 'suspended';

/** What decides who may answer, whatever link they hold. */
export interface JudgedAsk {
  kind: ConsentKind;
  partnerId: string;
  /** The organization the recipient's address belongs to, when it is one we know; a standing link has no recipient. */
  recipientTenantId: string | null;
}

export interface JudgedRequest extends JudgedAsk {
  state: RequestState;
  expiresAt: Date;
  /** The person who sent it has no account any more: what they left open dies with it. */
  senderRemoved: boolean;
  /** The reseller and the provider it names have parted. */
  providerLeft: boolean;
  /** Support has suspended the partner, or the provider it names. */
  suspended: boolean;
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
  const ended = ends[effectiveState({ ...request, withdrawn: request.senderRemoved || request.providerLeft }, at)];
  return ended ?? (request.suspended ? 'suspended' : null);
}

/** Whether this person may decide this request now, and if not, what stands in the way. Everything but `dead` leaves the link good. */
export function judge(request: JudgedRequest, actor: UserActor, at: Date): Verdict {
  return deadReason(request, at) ? 'dead' : judgePerson(request, actor);
}

/** Why nobody of an organization can answer, whoever they are; null when somebody may. */
export function judgeOrganization(
  { partnerId, recipientTenantId }: JudgedAsk,
  tenantId: string,
): Extract<Verdict, 'own_organization' | 'wrong_organization'> | null {
  if (tenantId === partnerId) return 'own_organization';
  return recipientTenantId && recipientTenantId !== tenantId ? 'wrong_organization' : null;
}

/** The same of a link that is known to be good. */
export function judgePerson(asked: JudgedAsk, actor: UserActor): Exclude<Verdict, 'dead'> {
  const barred = judgeOrganization(asked, actor.tenant.id);
  if (barred) return barred;
  if (!allows(actor, 'consent:decide')) return 'permission_required';
  const fits = asked.kind !== 'oem' || isCloudNative({ email: actor.email, tenantDomain: actor.tenant.domain });
  return fits ? 'ready' : 'cloud_account_required';
}
