import { createHash } from 'node:crypto';

/** A hardware hash as it is kept, and the SHA-256 by which it is compared. */
interface DecodedHash {
  hash: Buffer | null;
  hashDigest: Buffer | null;
}

/** From base64 with its padding. */
export function decodeHash(base64: string | null): DecodedHash {
  if (base64 === null) return { hash: null, hashDigest: null };
  const hash = Buffer.from(base64, 'base64');
  return { hash, hashDigest: createHash('sha256').update(hash).digest() };
}
