import { type Organization, type Scope, scopesOf } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';

/** Throws `invalid` where a client of the organization is to be given a scope that its clients cannot have. */
export function requireScopes(tenant: Organization, chosen: readonly Scope[]): void {
  const offered = scopesOf(tenant);
  if (chosen.every((scope) => offered.includes(scope))) return;
  throw new AppError('invalid', undefined, { scopes: `Your clients can have: ${offered.join(', ')}.` });
}
