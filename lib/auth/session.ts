import { cookies, headers } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { cache } from 'react';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { ownActor, type UserActor } from './actor';
import { deviceCookieLifetime, deviceCookieName, newDeviceToken } from './device-cookie';
import { loadSession } from './load-session';
import { isOwnOrigin } from './origin';
import { refreshCookie } from './refresh-cookie';
import { readSender, type Sender } from './sender';
import { secure, sessionCookieName } from './session-cookie';
import { sessionLifetime } from './session-rules';

/** Session ids of the cookies opened last. What a cookie holds never changes; whether it still counts, the database says. */
const opened = new Map<string, string>();
const keptOpen = 1000;

/** The session id inside our cookie, or null; next-auth encrypts it, so a changed cookie is no cookie. */
async function sessionIdOf(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const known = opened.get(cookie);
  if (known) return known;
  const token = await decode({ token: cookie, secret: env.AUTH_SECRET }).catch(() => null);
  if (typeof token?.sid !== 'string') return null;
  if (opened.size >= keptOpen) opened.delete(opened.keys().next().value as string);
  opened.set(cookie, token.sid);
  return token.sid;
}

/** Where the request at hand comes from. */
export async function currentSender(): Promise<Sender> {
  const sent = await headers();
  return readSender((name) => sent.get(name));
}

/** The same, for signing in: a browser that we could not know again gets the cookie for that. */
export async function signingSender(): Promise<Sender> {
  const sender = await currentSender();
  if (sender.device) return sender;
  const device = newDeviceToken();
  (await cookies()).set(deviceCookieName(), device, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: secure(),
    maxAge: deviceCookieLifetime / 1000,
  });
  return { ...sender, device };
}

/** The ticket of somebody in this browser who gave the right password and owes a second step; empty without one. */
export async function heldSecondStep(): Promise<string> {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  const token = cookie ? await decode({ token: cookie, secret: env.AUTH_SECRET }).catch(() => null) : null;
  return typeof token?.ticket === 'string' ? token.ticket : '';
}

/** Forgets whoever was signing in with this browser. */
export async function forgetSecondStep(): Promise<void> {
  if (await heldSecondStep()) (await cookies()).delete({ name: sessionCookieName(), path: '/', secure: secure() });
}

async function actorBehindCookie(how: 'used' | 'looked'): Promise<UserActor | null> {
  const sessionId = await sessionIdOf((await cookies()).get(sessionCookieName())?.value);
  return sessionId ? loadSession(sessionId, how, await currentSender()) : null;
}

/**
 * Who is signed in, read from the database once per request; null for a visitor. A page that refreshes itself says so by a
 * cookie: nobody used the session then, and it lives no longer for it.
 */
export const currentActor = cache(
  async (): Promise<UserActor | null> => actorBehindCookie((await cookies()).has(refreshCookie) ? 'looked' : 'used'),
);

/** Who is signed in, for what an open page asks by itself. */
export const watchingActor = (): Promise<UserActor | null> => actorBehindCookie('looked');

/**
 * Who is signed in, for a request that changes something. Throws `foreign_origin` unless the browser says the request comes
 * from our own pages: server actions do not check this themselves (SECURITY.md, trap 2).
 */
export async function changingActor(): Promise<UserActor | null> {
  if (!isOwnOrigin((await headers()).get('origin'), env.APP_ORIGIN)) throw new AppError('foreign_origin');
  return currentActor();
}

/** Goes on with another session in this browser, for an action whose command began one in the place of the old. */
export async function keepSignedIn(sessionId: string): Promise<void> {
  const maxAge = sessionLifetime / 1000;
  const value = await encode({ token: { sid: sessionId }, secret: env.AUTH_SECRET, maxAge });
  (await cookies()).set(sessionCookieName(), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: secure(),
    maxAge,
  });
}

/** The same as themself, whoever's eyes they are looking with: to end that, and to sign out. */
export async function changingSelf(): Promise<UserActor | null> {
  const actor = await changingActor();
  return actor && ownActor(actor);
}
