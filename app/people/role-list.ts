import type { Role } from '@/lib/auth/actor';
import { roleNames } from '@/lib/auth/role-names';

/** The roles of a person in words: "Admin agent, sales agent". */
export function roleList(roles: readonly Role[]): string {
  const words = roles.map((role) => roleNames[role]).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
