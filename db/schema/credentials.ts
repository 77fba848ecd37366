import { sql } from 'drizzle-orm';
import { bigint, index, integer, moment, table, text, uniqueIndex, uuid } from '../columns';
import { users } from './people';

/**
 * Links by which a person sets a password: the first one, or a new one. The token is stored as SHA-256 only. A link works
 * once, until it runs out or a newer one for the same purpose takes its place.
 */
export const credentialLinks = table(
  'credential_links',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    purpose: text<'first_password' | 'new_password'>().notNull(),
    tokenHash: text().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    replacedAt: moment(),
  },
  (t) => [
    uniqueIndex('credential_links_token').on(t.tokenHash),
    uniqueIndex('credential_links_open').on(t.userId, t.purpose).where(sql`used_at is null and replaced_at is null`),
    index('credential_links_user').on(t.userId),
  ],
);

/**
 * Wrong passwords and codes in a row. `key` is a hash: what people type as their address is sometimes their password. Times are
 * milliseconds since 1970, so that one statement can count and compare on either engine.
 */
export const lockouts = table(
  'lockouts',
  {
    key: text().primaryKey(),
    failures: integer().notNull(),
    lastAt: bigint().notNull(),
    lockedUntil: bigint().notNull(),
  },
  (t) => [index('lockouts_last').on(t.lastAt)],
);

/** What was taken of an allowance that starts anew at `until`; `key` and times as above. */
export const allowances = table(
  'allowances',
  { key: text().primaryKey(), taken: integer().notNull(), until: bigint().notNull() },
  (t) => [index('allowances_until').on(t.until)],
);
