import type { UserActor } from '@/lib/auth/actor';
import { placesOf } from '@/lib/auth/places';
import type { Sender } from '@/lib/auth/sender';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { paths } from '@/lib/paths';
import { readClaims } from './claims';
import { connectDirectory } from './connect-directory';
import { explainMissing } from './explain-failure';
import { noteWithoutRole } from './note-without-role';
import { signInByDirectory } from './sign-in-by-directory';

/** How somebody comes back from Microsoft. */
export interface Visit {
  /** Who is signed in in this browser, as themself. */
  actor: UserActor | null;
  /** Whether they are connecting their organization; `lost` when they were and the session has ended since. */
  connecting: 'no' | 'yes' | 'lost';
}

export type Admitted = { sessionId: string } | { to: string };

const refuse = (code: string): Admitted => ({ to: `${env.APP_ORIGIN}${paths.directoryRefused(code)}` });

/**
 * What becomes of somebody whose ID token the openid client has verified: a session, or the address that says what else. `issuer` is the
 * one the portal is set up with. Never throws: next-auth would put the message into an address.
 */
export async function admit(claims: unknown, issuer: string, visit: Visit, from: Sender): Promise<Admitted> {
  try {
    const read = readClaims(claims, issuer);
    if (!read.ok) {
      if (read.reason === 'incomplete') log.warn(explainMissing(read.missing), 'sign-in by directory');
      if (read.reason === 'foreign_issuer')
        log.warn({ cause: 'a token speaks for another directory than its issuer' }, 'sign-in by directory');
      return refuse(read.reason);
    }
    const { person } = read;
    if (visit.connecting === 'lost') return refuse('connecting_lost');
    if (visit.connecting === 'yes' && visit.actor) return await connect(visit.actor, person);
    const result = await signInByDirectory(null, { person, from, replaces: visit.actor?.sessionId ?? null });
    if (result.ok) return { sessionId: result.sessionId };
    if (result.reason === 'no_role') await noteWithoutRole(null, { person });
    return refuse(result.reason);
  } catch (error) {
    log.error({ error }, 'sign-in by directory failed');
    return refuse('unavailable');
  }
}

async function connect(actor: UserActor, person: Parameters<typeof connectDirectory>[1]['person']): Promise<Admitted> {
  const result = await connectDirectory(actor, { person }).catch((error: unknown) => {
    if (error instanceof AppError) return { ok: false, reason: error.code } as const;
    throw error;
  });
  const place = placesOf(actor)[0].href;
  const search = result.ok ? { done: 'connected' } : { problem: result.reason };
  return { to: `${env.APP_ORIGIN}${paths.directory(place, search)}` };
}
