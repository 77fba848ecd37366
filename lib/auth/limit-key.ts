import { createHash } from 'node:crypto';

/** What a limit is counted under: SHA-256, since a name that somebody typed may be anything, their password too. */
export const limitKey = (what: string, whose: string): string =>
  createHash('sha256').update(`${what}\n${whose}`).digest('hex');
