import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

const key = (purpose: string, secret: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
const ivLength = 12;
const tagLength = 16;

/** What a sealed text is for, which gives it a key of its own, and the id of the row that it belongs to. */
interface Seal {
  purpose: string;
  boundTo: string;
  secret?: string;
}

/**
 * Seals a text that we have to read again (docs/decisions/0012): AES-256-GCM under a key derived from `AUTH_SECRET`. Base64url
 * of nonce, tag and text.
 */
export function seal(text: string, { purpose, boundTo, secret = env.AUTH_SECRET }: Seal): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key(purpose, secret), iv).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What was sealed so; null when it was sealed under another secret, for something else, or touched. */
export function unseal(sealed: string, { purpose, boundTo, secret = env.AUTH_SECRET }: Seal): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const iv = bytes.subarray(0, ivLength);
  const tag = bytes.subarray(ivLength, ivLength + tagLength);
  if (tag.length < tagLength) return null;
  const decipher = createDecipheriv('aes-256-gcm', key(purpose, secret), iv, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
