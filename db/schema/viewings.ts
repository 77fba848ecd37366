import { sql } from 'drizzle-orm';
import { index, moment, table, text, uniqueIndex, uuid } from '../columns';
import { sessions, tenants, users } from './people';

/**
 * One of support sees what an organization sees (docs/decisions/0031): which session, as which role, and until when. A session
 * looks with one pair of eyes at a time.
 */
export const viewings = table(
  'viewings',
  {
    id: uuid().primaryKey(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    /** Whose eyes. */
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    role: text<
      'global_admin' | 'user_admin' | 'admin_agent' | 'sales_agent' | 'helpdesk_agent' | 'user' | 'intune_admin'
    >().notNull(),
    /** Who asked for it, and under which ticket; and why. The organization reads both in its log. */
    askedBy: text().notNull(),
    reason: text().notNull(),
    startedAt: moment().notNull(),
    endsAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [
    uniqueIndex('viewings_session').on(t.sessionId).where(sql`ended_at is null`),
    index('viewings_tenant').on(t.tenantId, t.startedAt, t.id),
  ],
);
