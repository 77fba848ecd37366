import { secure } from '@/lib/auth/session-cookie';
import { paths } from '@/lib/paths';

/** As long as the shortest-lived link works, in seconds; the mail brings it back after that. */
const remembered = 60 * 60;

/** Holds the secret of the link by which somebody sets a password, so that no address does. The link opened last counts. */
export const credentialCookie = (): string => `${secure() ? '__Secure-' : ''}credential`;

/** Lax, not strict: the first request comes from a mail program. */
export const credentialCookieOptions = () =>
  ({ path: paths.passwords(), maxAge: remembered, httpOnly: true, sameSite: 'lax', secure: secure() }) as const;
