import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { UserActor } from '@/lib/auth/actor';
import { newDeviceToken } from '@/lib/auth/device-cookie';
import { loadSession } from '@/lib/auth/load-session';
import type { Sender } from '@/lib/auth/sender';
import { signIn } from '@/lib/auth/sign-in';
import { now } from '@/lib/clock';
import { addPasskey } from '@/lib/factors/add-passkey';
import { offerApp, offerNewPasskey, offerPasskeys } from '@/lib/factors/queries';
import { setTotp } from '@/lib/factors/set-totp';
import { newAuthenticator } from './authenticator';
import { testPassword } from './tenants';

const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A browser of its own, at an address that nobody else has. */
export const newBrowser = (): Sender => ({
  address: `10.${[...randomBytes(3)].join('.')}`,
  agent,
  device: newDeviceToken(),
});

/** What an authenticator app shows for a secret in base32. */
export const codeOf = (secret: string, at: Date = now()): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** The same person in the session that a change left them. */
export async function renewed({ sessionId }: { sessionId: string }): Promise<UserActor> {
  const actor = await loadSession(sessionId);
  if (!actor) throw new Error('the session has ended');
  return actor;
}

/** Sets up an authenticator app for a person whose password is `testPassword`; `actor` is them in their new session. */
export async function withApp(person: UserActor) {
  const { offer, secret } = await offerApp(person, {});
  const set = await setTotp(person, { current: testPassword, offer, code: codeOf(secret) });
  if (!set.ok) throw new Error(set.reason);
  return { secret, codes: set.codes ?? [], actor: await renewed(set) };
}

/** What the browser of a person whose password is `testPassword` is given to make a passkey. */
export async function passkeyOffer(person: UserActor) {
  const offer = await offerNewPasskey(person, { current: testPassword });
  if (!offer.ok) throw new Error(offer.reason);
  return offer;
}

/** Adds a passkey to a person whose password is `testPassword`. */
export async function withPasskey(person: UserActor, name = 'Blue key') {
  const key = newAuthenticator();
  const { options, ticket } = await passkeyOffer(person);
  const added = await addPasskey(person, { name, ticket, response: key.make(options.challenge) });
  if (!added.ok) throw new Error(added.reason);
  return { key, codes: added.codes ?? [], actor: await renewed(added) };
}

/** The answer of a passkey to a challenge made now. */
export async function signedBy(key: ReturnType<typeof newAuthenticator>, given?: Parameters<typeof key.sign>[1]) {
  const { options, ticket } = await offerPasskeys(null, {});
  return { ticket, response: key.sign(options.challenge, given) };
}

/** The ticket of who gave the right password, `testPassword`, and owes a second step. */
export async function firstStep(email: string, from: Sender = newBrowser()): Promise<string> {
  const result = await signIn(null, { email, password: testPassword, from });
  if (result.ok || result.reason !== 'second_step') throw new Error(JSON.stringify(result));
  return result.ticket;
}
