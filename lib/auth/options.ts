import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { paths } from '@/lib/paths';
import { ownActor } from './actor';
import { loadSession } from './load-session';
import type { Sender } from './sender';
import { secure, sessionCookieName } from './session-cookie';
import { sessionLifetime } from './session-rules';
import { signIn } from './sign-in';
import { signInInput } from './sign-in-input';
import { signOut } from './sign-out';
import { tooMany } from './too-many';

/**
 * next-auth v4 with credentials is JWT only, so the token holds the session row's id, or the ticket of a second step, and nothing else; who that is, is read
 * from the database at every request (SECURITY.md, trap 3). `from` is where the request at hand comes from.
 */
export function authOptions(from: Sender): NextAuthOptions {
  return {
    secret: env.AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLifetime / 1000 },
    useSecureCookies: secure(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secure() },
      },
    },
    pages: { signIn: paths.signIn(), signOut: paths.home(), error: paths.signIn() },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials) {
          const parsed = signInInput.safeParse(credentials);
          if (!parsed.success) return null;
          const result = await signIn(null, { ...parsed.data, from }).catch((error: unknown) => {
            // next-auth puts the message of what is thrown here into an address.
            log.error({ error }, 'sign-in failed');
            throw new Error('unavailable');
          });
          if (!result.ok && result.reason === 'too_many') throw new Error(tooMany(result.wait));
          if (result.ok) return { id: result.sessionId };
          // No session: next-auth only carries the ticket to where the second step is done.
          return result.reason === 'second_step' ? { id: '', ticket: result.ticket } : null;
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        if (user) return 'ticket' in user ? { ticket: user.ticket } : { sid: user.id };
        if (typeof token.sid !== 'string' || !(await loadSession(token.sid))) throw new Error('session ended');
        return { sid: token.sid };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const actor = typeof token?.sid === 'string' ? await loadSession(token.sid) : null;
        if (actor) await signOut(ownActor(actor), {});
      },
    },
    logger: {
      error: (code) => log.warn({ code }, 'sign-in'),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}
