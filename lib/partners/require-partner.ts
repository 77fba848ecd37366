import {
  type MaybeActor,
  type PartnerType,
  requireTenant,
  requireUser,
  type TenantActor,
  type UserActor,
} from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';

/** The signed-in person of a partner of this type. For everybody else there is nothing here: AppError `not_found`. */
export function requirePartner(actor: MaybeActor, type: PartnerType): UserActor {
  const person = requireUser(actor);
  if (person.tenant.partnerType !== type) throw new AppError('not_found');
  return person;
}

/** Likewise, of a person or an API client. */
export function requirePartnerTenant(actor: MaybeActor, type: PartnerType): TenantActor {
  const who = requireTenant(actor);
  if (who.tenant.partnerType !== type) throw new AppError('not_found');
  return who;
}
