import { randomUUID } from 'node:crypto';
import type { UserActor } from '@/lib/auth/actor';
import { loadSession } from '@/lib/auth/load-session';
import { now } from '@/lib/clock';
import type { DirectoryPerson } from '@/lib/directory/claims';
import { signInByDirectory } from '@/lib/directory/sign-in-by-directory';

/** Somebody whose directory has just said who they are, in a directory that nobody has seen unless `tid` is given. */
export function newDirectoryPerson(given: Partial<DirectoryPerson> = {}): DirectoryPerson {
  const tid = given.tid ?? randomUUID();
  return {
    tid,
    oid: randomUUID(),
    nonce: randomUUID(),
    expiresAt: Math.floor(now().getTime() / 1000) + 3600,
    name: 'Ada Byron',
    signInName: `ada@d${tid.slice(0, 8)}.onmicrosoft.com`,
    globalAdmin: true,
    intuneAdmin: false,
    guest: false,
    cloudNative: true,
    country: 'DE',
    ...given,
  };
}

/** The same person coming once more, with a new token. */
export const again = (person: DirectoryPerson, given: Partial<DirectoryPerson> = {}): DirectoryPerson => ({
  ...person,
  nonce: randomUUID(),
  ...given,
});

/** Signs somebody in who has to be let in. */
export async function directoryActor(person: DirectoryPerson): Promise<UserActor> {
  const result = await signInByDirectory(null, { person, from: null, replaces: null });
  const actor = result.ok ? await loadSession(result.sessionId) : null;
  if (!actor) throw new Error(result.ok ? 'the session is not there' : result.reason);
  return actor;
}
