import { createHmac } from 'node:crypto';

interface Message {
  /** Of the event: the same with each attempt, so that the receiver can drop a repetition. */
  id: string;
  at: Date;
  body: string;
}

/**
 * The headers that Standard Webhooks asks for: id, seconds since 1970, and `v1,` with the HMAC-SHA256 of `id.timestamp.body` in
 * Base64, once for each secret that is good. Source: standardwebhooks.com, specification 1.0.0.
 */
export function signedHeaders({ id, at, body }: Message, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = (secret: string) =>
    createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret)}`).join(' '),
  };
}
