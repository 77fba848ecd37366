import { cookies } from 'next/headers';
import { secure } from '@/lib/auth/session-cookie';
import { hashInvitationToken, invitationTokenPattern } from '@/lib/consent/invitation-token';
import { paths } from '@/lib/paths';

/** In seconds: long enough to find somebody who may decide. */
const kept = 24 * 60 * 60;
const cookieName = (link: string) => `provider-invitation-${link}`;

/**
 * Keeps a link's secret in a cookie of its own, so that two links in two tabs do not get in each other's way. Returns the
 * name to find it by, which is no secret; undefined for what cannot be one of our links.
 */
export async function keepToken(token: string): Promise<string | undefined> {
  if (!invitationTokenPattern.test(token)) return undefined;
  const link = hashInvitationToken(token).slice(0, 16);
  (await cookies()).set(cookieName(link), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: secure(),
    path: paths.providerInvitation(),
    maxAge: kept,
  });
  return link;
}

/** The secret that `keepToken` kept under this name; '' when there is none. */
export async function heldToken(link: unknown): Promise<string> {
  if (typeof link !== 'string') return '';
  return (await cookies()).get(cookieName(link))?.value ?? '';
}
