import { sql } from 'drizzle-orm';
import { bytes, index, integer, moment, primaryKey, table, text, uniqueIndex, uuid } from '../columns';
import { tenants, users } from './people';
import { consents, removalRequests } from './relationships';

/**
 * Support ends a manufacturer's consent (DESIGN §3, rule 4), at once or on a day that it announces; one open per consent. Who
 * asked for it, how, and what they showed stands here for support alone, the reason is read by both sides.
 */
export const revocations = table(
  'revocations',
  {
    id: uuid().primaryKey(),
    consentId: uuid()
      .notNull()
      .references(() => consents.id),
    customerId: uuid()
      .notNull()
      .references(() => tenants.id),
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    /** `overtaken`: the consent ended in another way before its day came. */
    state: text<'announced' | 'done' | 'taken_back' | 'overtaken'>().notNull(),
    reason: text().notNull(),
    how: text<'portal' | 'mail' | 'phone' | 'letter' | 'support'>().notNull(),
    /** '' where nobody asked. */
    askerName: text().notNull(),
    askerMail: text().notNull(),
    /** What the evidence is by its content, and its bytes; null where there is none. */
    evidenceType: text<'pdf' | 'png' | 'jpeg' | 'webp'>(),
    evidenceBytes: integer(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    /** When the consent ends. */
    endsAt: moment().notNull(),
    closedAt: moment(),
    /** Who took it back or overtook it; null where its day came. */
    closedBy: uuid().references(() => users.id),
    takenBackFor: text(),
  },
  (t) => [
    uniqueIndex('revocations_open').on(t.consentId).where(sql`state = 'announced'`),
    index('revocations_consent').on(t.consentId, t.createdAt),
    index('revocations_customer').on(t.customerId, t.createdAt),
    index('revocations_partner').on(t.partnerId, t.createdAt),
  ],
);

/** What somebody showed support, in pieces of at most 1 MiB; whose evidence it is says the id. */
export const evidenceParts = table(
  'evidence_parts',
  {
    subjectId: uuid().notNull(),
    part: integer().notNull(),
    content: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subjectId, t.part] })],
);

/** What support writes down for itself while it looks at a customer's request to remove a manufacturer. */
export const removalNotes = table(
  'removal_notes',
  {
    id: uuid().primaryKey(),
    removalId: uuid()
      .notNull()
      .references(() => removalRequests.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    at: moment().notNull(),
    text: text().notNull(),
  },
  (t) => [index('removal_notes_removal').on(t.removalId, t.id)],
);
