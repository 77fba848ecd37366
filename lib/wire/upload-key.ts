import { createHash } from 'node:crypto';

/** What makes a client's submission the same when it is sent again: of any id, which may be long and hold blanks, one of fixed length. */
export function uploadKey(clientId: string, requestId: string): string;
export function uploadKey(clientId: string, requestId: string | null): string | null;
export function uploadKey(clientId: string, requestId: string | null): string | null {
  return requestId && createHash('sha256').update(`${clientId}:${requestId}`).digest('hex');
}
