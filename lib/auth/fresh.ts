import { later, minutes, now } from '@/lib/clock';
import { AppError } from '@/lib/errors';
import type { MaybeActor } from './actor';
import { type Permission, wantsFresh } from './policy';

/** In milliseconds: so old may what a directory said be, before somebody does what weighs most. */
const freshFor = minutes(15);

/**
 * Whether this person signs in again before they do this: their roles are their directory's, which may have taken one away
 * since. Roles of accounts of ours change here, at once.
 */
export function needsSignIn(actor: MaybeActor, permission: Permission, at: Date = now()): boolean {
  if (actor?.type !== 'user' || !actor.directory || !wantsFresh(permission)) return false;
  return actor.signedInAt === null || actor.signedInAt <= later(at, -freshFor);
}

/** Throws `sign_in_again` for who does. */
export function refuseStale(actor: MaybeActor, permission: Permission): void {
  if (needsSignIn(actor, permission)) throw new AppError('sign_in_again');
}
