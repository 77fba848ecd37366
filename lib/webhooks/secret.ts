import { randomBytes } from 'node:crypto';
import { seal, unseal } from '@/lib/auth/seal';
import { days } from '@/lib/clock';

const purpose = 'countersign: secret of a webhook';

/** How long the old secret signs along after a new one was made, in milliseconds. */
export const oldSecretSigns = days(1);

/** A new secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in Base64. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export const sealSecret = (secret: string, endpointId: string): string =>
  seal(secret, { purpose, boundTo: endpointId });

/** Null when it was sealed under another `AUTH_SECRET`: then the endpoint needs a new secret. */
export const openSecret = (sealed: string, endpointId: string): string | null =>
  unseal(sealed, { purpose, boundTo: endpointId });
