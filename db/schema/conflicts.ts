import { sql } from 'drizzle-orm';
import { bytes, flag, index, integer, json, key, moment, primaryKey, table, text, uniqueIndex, uuid } from '../columns';
import { apiClients } from './api';
import { uploads } from './devices';
import { tenants, users } from './people';

/**
 * A partner asks for the release of a device that another customer has (docs/decisions/0020). Two sides that never learn of
 * each other: what the asker wrote stands in plain columns, what the holder registered in `registered`. `deviceId` has no
 * foreign key, like all that outlives a registration.
 */
export const conflicts = table(
  'conflicts',
  {
    id: uuid().primaryKey(),
    state: text<'asked' | 'escalated' | 'released' | 'rejected' | 'withdrawn' | 'closed'>().notNull(),
    deviceId: uuid().notNull(),
    askerPartnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    askerCustomerId: uuid()
      .notNull()
      .references(() => tenants.id),
    /** A person or an API client asked, answered and settled: of each two columns one is null. */
    askedBy: uuid().references(() => users.id),
    askedClientId: uuid().references(() => apiClients.id),
    uploadId: uuid()
      .notNull()
      .references(() => uploads.id),
    row: integer().notNull(),
    /** The identifiers as the asker submitted them; '' is absent. */
    serial: key().notNull(),
    manufacturer: text().notNull(),
    model: text().notNull(),
    productKey: key().notNull(),
    hashed: flag().notNull(),
    /** For support only, like `note`: '' is none. */
    orderReference: text().notNull(),
    note: text().notNull(),
    /** What the proof of purchase is by its content, and its bytes. */
    proofType: text<'pdf' | 'png' | 'jpeg' | 'webp'>().notNull(),
    proofBytes: integer().notNull(),
    proofAt: moment().notNull(),
    holderCustomerId: uuid()
      .notNull()
      .references(() => tenants.id),
    registrarId: uuid()
      .notNull()
      .references(() => tenants.id),
    /** The same identifiers as the holder registered them. */
    registered: json<{
      serial: string;
      manufacturer: string;
      model: string;
      productKey: string;
      hashed: boolean;
    }>().notNull(),
    createdAt: moment().notNull(),
    /** From then on support decides. */
    answerBy: moment().notNull(),
    escalatedAt: moment(),
    escalatedWhy: text<'unanswered' | 'refused'>(),
    /** Why the holder refused, for support only. */
    refusal: text(),
    refusedBy: uuid().references(() => users.id),
    refusedClientId: uuid().references(() => apiClients.id),
    closedAt: moment(),
    /** Who of the three settled it; null where nobody did. */
    closedBy: text<'asker' | 'customer' | 'registrar' | 'support'>(),
    closedByUser: uuid().references(() => users.id),
    closedClientId: uuid().references(() => apiClients.id),
    /** What support says to both sides. */
    answer: text(),
  },
  (t) => [
    uniqueIndex('conflicts_open').on(t.deviceId, t.askerPartnerId).where(sql`state in ('asked', 'escalated')`),
    index('conflicts_asker').on(t.askerPartnerId, t.askerCustomerId, t.id),
    index('conflicts_holder').on(t.holderCustomerId, t.id),
    index('conflicts_registrar').on(t.registrarId, t.id),
    index('conflicts_state').on(t.state, t.escalatedAt, t.id),
    index('conflicts_closed').on(t.closedAt, t.createdAt),
    index('conflicts_asker_customer').on(t.askerCustomerId, t.id),
    index('conflicts_device').on(t.deviceId, t.id),
  ],
);

/** The proof of purchase, in pieces of at most 1 MiB. */
export const conflictProofParts = table(
  'conflict_proof_parts',
  {
    conflictId: uuid()
      .notNull()
      .references(() => conflicts.id, { onDelete: 'cascade' }),
    part: integer().notNull(),
    content: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.conflictId, t.part] })],
);

/** What support writes down for itself while it looks at a conflict. */
export const conflictNotes = table(
  'conflict_notes',
  {
    id: uuid().primaryKey(),
    conflictId: uuid()
      .notNull()
      .references(() => conflicts.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    at: moment().notNull(),
    text: text().notNull(),
  },
  (t) => [index('conflict_notes_conflict').on(t.conflictId, t.id)],
);

/** How many releases a partner asked for on a day (UTC): counted and compared in one statement. */
export const conflictDays = table(
  'conflict_days',
  {
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    day: text().notNull(),
    asked: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.day] })],
);
