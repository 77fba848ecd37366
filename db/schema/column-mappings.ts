import { json, moment, primaryKey, table, text, uuid } from '../columns';
import { tenants } from './people';

/** What a partner said that the columns of a file mean; `headerDigest` is a SHA-256 of its headers. */
export const columnMappings = table(
  'column_mappings',
  {
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    headerDigest: text().notNull(),
    fields: json<(string | null)[]>().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.headerDigest] })],
);
