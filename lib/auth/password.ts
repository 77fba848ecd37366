import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { makeGate } from './hash-gate';

/** argon2id, 19 MiB, two passes, one lane: the floor of SECURITY.md and of OWASP's password storage sheet. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One core is left for pages. What waits is about a second's work: fifty people who come at once are all looked at. */
const gate = makeGate({ atOnce: Math.max(1, availableParallelism() - 1), waitingAtMost: 64 });

/** For who has proven by a link or a session that they may set it. */
export const hashPassword = (password: string): Promise<string> => gate.run(() => hash(password, cost), true);

/** Whether so many passwords wait to be looked at that no more should. */
export const passwordsQueue = (): boolean => gate.isFull();

let unknownUser: Promise<string> | undefined;

/** What is stored for somebody who has set no password yet. */
export const noPassword = '';

/**
 * Takes the same time whether there is a hash to compare with or not. `goesFirst` is for whoever something else speaks for
 * already, and never depends on whether the name is known alone.
 */
export async function verifyPassword(
  password: string,
  stored: string | undefined,
  goesFirst = false,
): Promise<boolean> {
  unknownUser ??= hashPassword('nobody has this password');
  const known = stored !== undefined && stored !== noPassword;
  const against = known ? stored : await unknownUser;
  const matches = await gate.run(() => verify(against, password), goesFirst);
  return matches && known;
}
