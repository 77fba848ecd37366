import { moment, table, text, uniqueIndex, uuid } from '../columns';

/**
 * The links that starts print while there is no operator; the tokens are stored as SHA-256 only. All of them end with the
 * first use of one.
 */
export const setupLinks = table(
  'setup_links',
  {
    id: uuid().primaryKey(),
    tokenHash: text().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [uniqueIndex('setup_links_token').on(t.tokenHash)],
);
