import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/**
 * The id of what a call makes: always the same one for the id that its sender gave the call, so that a process which dies
 * between the work and the answer does not make a second one; a new one where the call has none.
 */
export function idOfCall(clientId: string, requestId: string | null): string {
  if (requestId === null) return uuidv7();
  const hash = createHash('sha256').update(`${clientId}\n${requestId}`).digest('hex');
  // Version 8 is an id made by a rule of one's own (RFC 9562).
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
