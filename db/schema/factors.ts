import { bigint, bytes, flag, index, json, moment, table, text, uniqueIndex, uuid } from '../columns';
import { users } from './people';

/**
 * One authenticator app per person (RFC 6238). `secret` is sealed, since codes are computed from it. `lastStep` is the time step
 * of the last code that was used: no code works twice.
 */
export const totpKeys = table('totp_keys', {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  secret: text().notNull(),
  createdAt: moment().notNull(),
  lastStep: bigint().notNull(),
});

/** What a person without their second factor gets in with, once each; 80 random bits, stored as SHA-256. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    codeHash: text().notNull(),
    createdAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [uniqueIndex('recovery_codes_code').on(t.userId, t.codeHash)],
);

/** WebAuthn credentials. `counter` is what the authenticator counts, 0 where it does not. */
export const passkeys = table(
  'passkeys',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    credentialId: text().notNull(),
    publicKey: bytes().notNull(),
    counter: bigint().notNull(),
    transports: json<string[]>().notNull(),
    backedUp: flag().notNull(),
    name: text().notNull(),
    createdAt: moment().notNull(),
    lastUsedAt: moment(),
  },
  (t) => [uniqueIndex('passkeys_credential').on(t.credentialId), index('passkeys_user').on(t.userId)],
);

/**
 * What works once and was used: challenges, nonces. `key` is a SHA-256; `until` is when it would have run out anyway, in
 * milliseconds since 1970.
 */
export const spentTokens = table('spent_tokens', { key: text().primaryKey(), until: bigint().notNull() }, (t) => [
  index('spent_tokens_until').on(t.until),
]);
