import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

const key = (secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'countersign: invitation token of a reminder', 32));
const ivLength = 12;
const tagLength = 16;

/**
 * The token of an invitation link for a job that will mail it again (docs/decisions/0012): AES-256-GCM under a key derived from
 * `AUTH_SECRET`, bound to the request. Base64url of nonce, tag and text.
 */
export function sealToken(token: string, requestId: string, secret = env.AUTH_SECRET): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key(secret), iv).setAAD(Buffer.from(requestId));
  const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

/** What was sealed for this request; null when it was sealed under another secret, for another request, or touched. */
export function openToken(sealed: string, requestId: string, secret = env.AUTH_SECRET): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const iv = bytes.subarray(0, ivLength);
  const tag = bytes.subarray(ivLength, ivLength + tagLength);
  if (tag.length < tagLength) return null;
  const decipher = createDecipheriv('aes-256-gcm', key(secret), iv, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(requestId)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
