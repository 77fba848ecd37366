import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '@/db';
import { passkeys, tenants, users } from '@/db/schema';
import { giveBack, takeOne } from '@/lib/auth/allowance';
import { networkOf, senderInput } from '@/lib/auth/sender';
import { spend } from '@/lib/auth/spend';
import { startSession } from '@/lib/auth/start-session';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { passkeySignInInput } from './passkey-input';
import { readPasskeySignIn } from './passkey-offer';
import { relyingParty } from './relying-party';

/** Whose passkey signed our challenge, and what its authenticator counts now; null when anything about it is wrong. */
async function verify({ ticket, response }: z.output<typeof passkeySignInInput>) {
  const held = readPasskeySignIn(ticket);
  const [key] = held ? await db.select().from(passkeys).where(eq(passkeys.credentialId, response.id)) : [];
  if (!held || !key) return null;
  const { origin, id } = relyingParty();
  const { challenge, until } = held;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    // The counter is compared below, where it is written.
    credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: 0 },
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { newCounter: counter, credentialBackedUp: backedUp } = verified.authenticationInfo;
  return { key, challenge, until, counter, backedUp };
}

/**
 * Starts a session with a passkey, which stands for two factors: having the device, and unlocking it. Outcomes: `not_accepted`
 * for an unknown one, a wrong answer, one that was used before and a disabled account, which are one; and `too_many` with the
 * milliseconds for which nothing from this address is looked at.
 */
export const signInWithPasskey = command({
  allow: 'session:start',
  input: passkeySignInInput.extend({ from: senderInput }),
  audit: 'session.started',
  async prepare(input) {
    const { address } = input.from;
    const wait = address ? await takeOne('sign_in', networkOf(address)) : 0;
    return { wait, proof: wait > 0 ? null : await verify(input) };
  },
  async run({ about }, { from }, { wait, proof }) {
    if (wait > 0) return { ok: false, reason: 'too_many', wait } as const;
    if (!proof || !(await spend('passkey_challenge', proof.challenge, proof.until)))
      return { ok: false, reason: 'not_accepted' } as const;
    const { key, counter, backedUp } = proof;
    // An authenticator that counts and says less than before was copied; most passkeys do not count and always say 0.
    const forward = counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter);
    const used = await db
      .update(passkeys)
      .set({ counter, backedUp, lastUsedAt: now() })
      .where(and(eq(passkeys.id, key.id), forward))
      .returning({ id: passkeys.id });
    const [found] = await db
      .select({ user: users, tenant: tenants })
      .from(users)
      .innerJoin(tenants, eq(tenants.id, users.tenantId))
      .where(and(eq(users.id, key.userId), isNull(users.disabledAt)));
    if (used.length === 0 || !found) return { ok: false, reason: 'not_accepted' } as const;
    if (from.address) await giveBack('sign_in', networkOf(from.address));
    const actor = await startSession({ ...found, method: 'passkey', from });
    about({ actor, subjectId: actor.sessionId, detail: { by: 'passkey' } });
    return { ok: true, sessionId: actor.sessionId } as const;
  },
});
