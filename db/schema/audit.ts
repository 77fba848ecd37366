import { sql } from 'drizzle-orm';
import {
  bigint,
  flag,
  index,
  integer,
  json,
  key,
  moment,
  primaryKey,
  table,
  text,
  uniqueIndex,
  uuid,
} from '../columns';

/**
 * One per state change, in its transaction, linked into one chain (docs/decisions/0007). `seq` counts from 1 without a gap;
 * `prevHash` is the hash of the event before. Rows are only ever added.
 */
export const auditEvents = table(
  'audit_events',
  {
    id: uuid().primaryKey(),
    seq: bigint().notNull(),
    at: moment().notNull(),
    action: text().notNull(),
    actorType: text<'user' | 'client' | 'system' | 'anonymous'>().notNull(),
    actorId: uuid(),
    actorName: text().notNull(),
    tenantId: uuid(),
    customerId: uuid(),
    partnerId: uuid(),
    providerId: uuid(),
    subjectId: uuid(),
    detail: json<Record<string, unknown>>().notNull(),
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [uniqueIndex('audit_events_seq').on(t.seq), index('audit_events_subject').on(t.subjectId, t.seq)],
);

/** One row: where the chain ends. Whoever adds an event holds it, so that events come one after the other. */
export const auditHead = table('audit_head', {
  id: integer().primaryKey(),
  seq: bigint().notNull(),
  hash: text().notNull(),
});

/**
 * Whose activity log shows which event: one row per organisation concerned, and one for the operator. Carries what a log is
 * filtered by, so that a page of it is one index range however long the log. Follows from the event in every column.
 */
export const auditEntries = table(
  'audit_entries',
  {
    viewerId: uuid().notNull(),
    seq: bigint().notNull(),
    at: moment().notNull(),
    action: text().notNull(),
    /** The name of who did it, lowered in TypeScript. */
    actorKey: text().notNull(),
    /** True for a part of a longer work, else null: a log without them is an index of its own. */
    step: flag(),
  },
  (t) => [
    primaryKey({ columns: [t.seq, t.viewerId] }),
    index('audit_entries_time').on(t.viewerId, t.at, t.seq),
    index('audit_entries_outline').on(t.viewerId, t.at, t.seq).where(sql`step is null`),
    index('audit_entries_action').on(t.viewerId, t.action, t.at, t.seq),
    index('audit_entries_actor').on(t.viewerId, t.actorKey, t.at, t.seq),
  ],
);

/** Who appears in whose log, once each: filters by name look here first, and not through a million events. */
export const auditNames = table(
  'audit_names',
  {
    viewerId: uuid().notNull(),
    kind: text<'person' | 'organization'>().notNull(),
    /** The name lowered in TypeScript. */
    key: text().notNull(),
    /** Nil for a person. */
    organizationId: uuid().notNull(),
  },
  (t) => [primaryKey({ columns: [t.viewerId, t.kind, t.key, t.organizationId] })],
);

/** The call of the API in which an event happened, by the id that its sender gave it. */
export const auditCalls = table(
  'audit_calls',
  {
    requestId: key().notNull(),
    seq: bigint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.seq] })],
);
