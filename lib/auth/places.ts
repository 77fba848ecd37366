import { paths } from '@/lib/paths';
import type { TenantKind, UserActor } from './actor';
import { allows } from './policy';

/** The three parts of the portal (DESIGN §1). */
export interface Place {
  name: 'Partner Center' | 'Admin Center' | 'Support';
  href: string;
}

const partnerCenter: Place = { name: 'Partner Center', href: paths.partner() };
const adminCenter: Place = { name: 'Admin Center', href: paths.admin() };
const support: Place = { name: 'Support', href: paths.support() };

const own: Record<TenantKind, Place> = { partner: partnerCenter, customer: adminCenter, operator: support };

/**
 * Where a person has business, their own place first. A partner's own tenant may also be somebody's customer, so whoever
 * may look at its relationships finds them in the Admin Center.
 */
export function placesOf(actor: UserActor): [Place, ...Place[]] {
  const place = own[actor.tenant.kind];
  return place !== adminCenter && allows(actor, 'relationships:read') ? [place, adminCenter] : [place];
}
