import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes, one lane: the floor of SECURITY.md and of OWASP's password storage sheet. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let unknownUser: Promise<string> | undefined;

/** What is stored for somebody who has set no password yet. */
export const noPassword = '';

/** Takes the same time whether there is a hash to compare with or not. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  unknownUser ??= hashPassword('nobody has this password');
  const known = stored !== undefined && stored !== noPassword;
  const matches = await verify(known ? stored : await unknownUser, password);
  return matches && known;
}
