import { sql } from 'drizzle-orm';
import { index, moment, table, text, uniqueIndex, uuid } from '../columns';
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
