import { secure } from '@/lib/auth/session-cookie';

/** How long an opened link is remembered, in seconds; the mail brings it back after that. */
const remembered = 24 * 60 * 60;

/** Holds the secret of one request's link, so that no address on the way to an answer does. */
export const invitationCookie = (requestId: string): string => `${secure() ? '__Secure-' : ''}invitation-${requestId}`;

/** Lax, not strict: the first request comes from a mail program. */
export const invitationCookieOptions = (path: string) =>
  ({ path, maxAge: remembered, httpOnly: true, sameSite: 'lax', secure: secure() }) as const;

/** The same cookie as a header, for an answer that sets it for several paths: Next keeps one per name. */
export const invitationCookieHeader = (requestId: string, token: string, path: string): string =>
  `${invitationCookie(requestId)}=${token}; Path=${path}; Max-Age=${remembered}; HttpOnly; SameSite=Lax${secure() ? '; Secure' : ''}`;
