import type { TenantKind } from '@/lib/auth/actor';

/** What somebody has beside their password. */
export interface Factors {
  totp: boolean;
  /** How many. */
  passkeys: number;
}

interface Person {
  kind: TenantKind;
  roles: readonly string[];
}

/**
 * Whether an account of ours has to have a second factor (SECURITY.md, "Sign-in"): whoever acts for a partner or for support,
 * and whoever decides for a customer. The accounts of the demo have none to begin with.
 */
export const mustHaveFactor = ({ kind, roles }: Person, demo: boolean): boolean =>
  !demo && (kind !== 'customer' || roles.includes('global_admin'));

export const hasFactor = ({ totp, passkeys }: Factors): boolean => totp || passkeys > 0;

/** What still stands between the right password and a session. */
export function owed(person: Person, factors: Factors, demo: boolean): 'second_factor' | 'enrolment' | null {
  if (hasFactor(factors)) return 'second_factor';
  return mustHaveFactor(person, demo) ? 'enrolment' : null;
}
