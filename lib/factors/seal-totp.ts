import { seal, unseal } from '@/lib/auth/seal';
import { log } from '@/lib/log';

const of = (userId: string) => ({ purpose: 'totp key', boundTo: userId });

/** A secret as it is stored: codes are computed from it, so it cannot be a hash. */
export const sealTotp = (secret: string, userId: string): string => seal(secret, of(userId));

/** The secret again; null when `AUTH_SECRET` is no longer the one it was sealed under, which the operator's log says. */
export function unsealTotp(sealed: string, userId: string): string | null {
  const secret = unseal(sealed, of(userId));
  if (secret === null) log.error({ userId }, 'an authenticator secret was sealed under another AUTH_SECRET');
  return secret;
}
