import { type MaybeActor, type PartnerType, requireUser, type UserActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';

/** The signed-in person of a partner of this type. For everybody else there is nothing here: AppError `not_found`. */
export function requirePartner(actor: MaybeActor, type: PartnerType): UserActor {
  const person = requireUser(actor);
  if (person.tenant.partnerType !== type) throw new AppError('not_found');
  return person;
}
