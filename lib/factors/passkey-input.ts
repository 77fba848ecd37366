import { z } from 'zod';
import { vettedName } from '@/lib/consent/vetted-name';
import { presentPassword, ticketInput } from './factor-input';

const encoded = z.string().max(20_000);
const credential = {
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
  /** We ask for no extension. */
  clientExtensionResults: z.unknown().transform(() => ({})),
};

/** What a browser answers once an authenticator has signed a challenge (WebAuthn, AuthenticationResponseJSON). */
const signedChallenge = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.optional(),
  }),
});

/** What a browser answers once it has made a passkey (WebAuthn, RegistrationResponseJSON). */
const madePasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    authenticatorData: encoded.optional(),
    /** Hints, and browsers may have more than the standard. */
    transports: z.array(z.string().max(40)).max(10).optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: encoded.optional(),
  }),
});

export const passkeySignInInput = z.object({ ticket: ticketInput, response: signedChallenge });

const named = z.object({ name: vettedName });

/** The form before the browser's own dialog. */
export const passkeyForm = named.extend(presentPassword.shape);

/** The ticket says that the present password was right. */
export const addPasskeyInput = named.extend({ ticket: ticketInput, response: madePasskey });

export const removePasskeyInput = presentPassword.extend({ passkeyId: z.uuid() });
