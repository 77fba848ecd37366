import { cookies, headers } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { UserActor } from './actor';
import { loadSession } from './load-session';
import { isOwnOrigin } from './origin';
import { sessionCookieName } from './session-cookie';

/** The session id inside our cookie, or null; next-auth encrypts it, so a changed cookie is no cookie. */
async function sessionIdOf(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: env.AUTH_SECRET }).catch(() => null);
  return typeof token?.sid === 'string' ? token.sid : null;
}

/** Who is signed in, read from the database once per request; null for a visitor. */
export const currentActor = cache(async (): Promise<UserActor | null> => {
  const sessionId = await sessionIdOf((await cookies()).get(sessionCookieName())?.value);
  return sessionId ? loadSession(sessionId) : null;
});

/**
 * Who is signed in, for a request that changes something. Throws `foreign_origin` unless the browser says the request comes
 * from our own pages: server actions do not check this themselves (SECURITY.md, trap 2).
 */
export async function changingActor(): Promise<UserActor | null> {
  if (!isOwnOrigin((await headers()).get('origin'), env.APP_ORIGIN)) throw new AppError('foreign_origin');
  return currentActor();
}
