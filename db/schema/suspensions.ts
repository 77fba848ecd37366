import { sql } from 'drizzle-orm';
import { index, moment, table, text, uniqueIndex, uuid } from '../columns';
import { apiClients } from './api';
import { tenants, users } from './people';

/**
 * What support stops as a whole, and how that came about: one person proposes, another confirms or turns down, one reinstates
 * (docs/decisions/0027). Whether a partner or a client is suspended now, says its own row.
 */
export const suspensions = table(
  'suspensions',
  {
    id: uuid().primaryKey(),
    /** The partner, or whose API client it is. */
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    /** Null where the whole organization is meant. */
    clientId: uuid().references(() => apiClients.id),
    /** Either of the two, so that one index knows them all. */
    subjectId: uuid().notNull(),
    state: text<'proposed' | 'active' | 'turned_down' | 'reinstated'>().notNull(),
    /** Why, as the partner reads it once it is suspended. */
    reason: text().notNull(),
    proposedBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    decidedBy: uuid().references(() => users.id),
    decidedAt: moment(),
    /** Why it was turned down, or why reinstated. */
    answer: text(),
    reinstatedBy: uuid().references(() => users.id),
    closedAt: moment(),
  },
  (t) => [
    uniqueIndex('suspensions_open').on(t.subjectId).where(sql`state in ('proposed', 'active')`),
    index('suspensions_state').on(t.state, t.createdAt, t.id),
    index('suspensions_tenant').on(t.tenantId, t.createdAt, t.id),
  ],
);
