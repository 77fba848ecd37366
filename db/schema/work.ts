import { sql } from 'drizzle-orm';
import { bigint, flag, index, integer, json, moment, primaryKey, table, text, uuid } from '../columns';
import { users } from './people';

/** One row per resource that must be changed by one transaction at a time on an engine with many writers. */
export const locks = table('locks', { name: text().primaryKey(), revision: bigint().notNull() });

export const jobs = table(
  'jobs',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    payload: json<Record<string, string>>().notNull(),
    state: text<'queued' | 'running' | 'failed'>().notNull(),
    runAt: moment().notNull(),
    attempts: integer().notNull(),
    leaseUntil: moment(),
    leaseToken: uuid(),
    lastError: text(),
    createdAt: moment().notNull(),
  },
  (t) => [index('jobs_due').on(t.state, t.runAt)],
);

/** The outbox. Once sent by SMTP, subject and bodies are blanked: a link in a mail is a secret. */
export const mails = table(
  'mails',
  {
    id: uuid().primaryKey(),
    toAddress: text().notNull(),
    subject: text().notNull(),
    textBody: text().notNull(),
    htmlBody: text().notNull(),
    links: json<string[]>().notNull(),
    createdAt: moment().notNull(),
    sentAt: moment(),
  },
  (t) => [index('mails_recipient').on(t.toAddress, t.id)],
);

/**
 * What a person is told in the portal, written in the transaction of what happened. `params` fill the sentence of its kind;
 * `path` is where a click leads.
 */
export const notifications = table(
  'notifications',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text().notNull(),
    params: json<Record<string, string | number>>().notNull(),
    path: text().notNull(),
    createdAt: moment().notNull(),
    readAt: moment(),
  },
  (t) => [
    index('notifications_user').on(t.userId, t.id),
    index('notifications_unread').on(t.userId, t.id).where(sql`read_at is null`),
  ],
);

/** What a person wants to be told of, and how. No row: both ways. */
export const notificationPreferences = table(
  'notification_preferences',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text().notNull(),
    inApp: flag().notNull(),
    mail: flag().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] })],
);
