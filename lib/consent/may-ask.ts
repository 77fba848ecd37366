import type { MaybeActor, PartnerType } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';

/** What a partner may ask for: nothing where permission comes through resellers, or by a manufacturer's own link. */
export function requestKind(partnerType: PartnerType | null): 'reseller' | 'indirect_reseller' | null {
  if (partnerType === 'direct') return 'reseller';
  return partnerType === 'indirect_reseller' ? 'indirect_reseller' : null;
}

/** True when this person can send requests: by role, and because their organization may ask at all. */
export const mayAsk = (actor: MaybeActor): boolean =>
  actor?.type === 'user' && allows(actor, 'requests:send') && requestKind(actor.tenant.partnerType) !== null;
