import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uuidToBytes } from '@/db/columns';
import { passkeys } from '@/db/schema';
import { issueTicket, readTicket } from '@/lib/auth/ticket';
import { minutes } from '@/lib/clock';
import { relyingParty } from './relying-party';

/** How long an authenticator may take, in milliseconds. */
const lifetime = minutes(5);

/**
 * What the browser needs to sign in with any passkey it has for us. The person is asked to unlock it, so that it stands for two
 * factors: having the device, and knowing or being what unlocks it.
 */
export async function offerPasskeySignIn() {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    userVerification: 'required',
    timeout: lifetime,
  });
  return { options, ticket: issueTicket('passkey_sign_in', { challenge: options.challenge }, lifetime) };
}

/** What the browser needs to make a passkey for this person; one that they have is not made again. */
export async function offerPasskey({ id, email, name }: { id: string; email: string; name: string }) {
  const known = await db.select().from(passkeys).where(eq(passkeys.userId, id));
  const { id: rpID, name: rpName } = relyingParty();
  const options = await generateRegistrationOptions({
    rpID,
    rpName,
    userID: new Uint8Array(uuidToBytes(id)),
    userName: email,
    userDisplayName: name,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    timeout: lifetime,
  });
  return { options, ticket: issueTicket('passkey_new', { challenge: options.challenge, userId: id }, lifetime) };
}

const challenge = z.object({ challenge: z.string() });

export const readPasskeySignIn = (ticket: string) => readTicket('passkey_sign_in', ticket, challenge);

/** The challenge that was made for this person; null for any other. */
export function readNewPasskey(ticket: string, userId: string) {
  const held = readTicket('passkey_new', ticket, challenge.extend({ userId: z.string() }));
  return held?.userId === userId ? held : null;
}
