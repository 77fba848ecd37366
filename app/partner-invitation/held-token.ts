import { cookies } from 'next/headers';
import { invitationCookie, invitationCookieOptions } from '@/app/invitation-cookie';
import { hashInvitationToken } from '@/lib/consent/invitation-token';

/**
 * Keeps a link's secret for the pages below `within`, in a cookie of its own, so that two links in two tabs do not get in
 * each other's way. Returns the name to find it by, which is no secret.
 */
export async function keepToken(token: string, within: string): Promise<string> {
  const link = hashInvitationToken(token).slice(0, 16);
  (await cookies()).set(invitationCookie(link), token, invitationCookieOptions(within));
  return link;
}

/** The secret that `keepToken` kept under this name; '' when there is none. */
export async function heldToken(link: unknown): Promise<string> {
  if (typeof link !== 'string') return '';
  return (await cookies()).get(invitationCookie(link))?.value ?? '';
}
