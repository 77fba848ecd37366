import type { Role } from '@/lib/auth/actor';
import { roleNames } from '@/lib/auth/role-names';

/** The roles of a person in words: "Admin agent, sales agent". Whoever came by a directory may have none yet. */
export function roleList(roles: readonly Role[]): string {
  if (roles.length === 0) return 'No role yet';
  const words = roles.map((role) => roleNames[role]).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
