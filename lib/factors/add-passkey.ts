import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { db } from '@/db';
import { passkeys } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { credentialMail } from '@/lib/auth/credential-mails';
import { renewSession } from '@/lib/auth/renew-session';
import { spend } from '@/lib/auth/spend';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { giveFirstRecoveryCodes } from './give-recovery-codes';
import { addPasskeyInput } from './passkey-input';
import { readNewPasskey } from './passkey-offer';
import { relyingParty } from './relying-party';

/** What the authenticator made, once everything about it is right; null otherwise. */
async function verify(userId: string, { ticket, response }: z.output<typeof addPasskeyInput>) {
  const held = readNewPasskey(ticket, userId);
  if (!held) return null;
  const { origin, id } = relyingParty();
  const { challenge } = held;
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch(() => null);
  return verified?.registrationInfo ? { ...held, ...verified.registrationInfo } : null;
}

/**
 * Adds a passkey to the actor's account, who said the present password for the ticket. All their sessions end; `sessionId` is the one that this browser goes on with. `codes`
 * are recovery codes for who has none left, shown this once. Outcomes: `not_accepted` for what is no answer to our challenge, and
 * `already_added`.
 */
export const addPasskey = command({
  allow: 'account:manage',
  input: addPasskeyInput,
  audit: 'second_factor.passkey_added',
  async prepare(input, actor) {
    return verify(requireUser(actor).id, input);
  },
  async run({ actor, about }, { name }, made) {
    if (!made || !(await spend('passkey_challenge', made.challenge, made.until)))
      return { ok: false, reason: 'not_accepted' } as const;
    const person = requireUser(actor);
    const at = now();
    const { id: credentialId, publicKey, counter, transports = [] } = made.credential;
    const backedUp = made.credentialBackedUp;
    const row = { id: uuidv7(), userId: person.id, name, credentialId, counter, transports, backedUp, createdAt: at };
    const added = await db
      .insert(passkeys)
      .values({ ...row, publicKey: Buffer.from(publicKey) })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (added.length === 0) return { ok: false, reason: 'already_added' } as const;
    const codes = await giveFirstRecoveryCodes(person.id, at);
    const sessionId = await renewSession(person, at);
    await queueMail(person.email, credentialMail({ name: person.name, what: 'passkey_added', at }));
    about({ subjectId: person.id, detail: { passkey: name } });
    return { ok: true, sessionId, codes } as const;
  },
});
