import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes as base64url: the secret in an invitation link. */
export const newInvitationToken = (): string => randomBytes(32).toString('base64url');

/** What is stored and looked up: SHA-256 in hex. The token has all its entropy, so it needs no salt. */
export const hashInvitationToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What every token looks like; anything else is unknown without asking the database. */
export const invitationTokenPattern = /^[A-Za-z0-9_-]{43}$/;
