import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes: nobody guesses them, so a fast hash keeps them as safe as a slow one would (decision 0018). */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret or a token, as hexadecimal digits. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The characters by which a person tells two secrets apart. */
export const endingOf = (secret: string): string => secret.slice(-4);
