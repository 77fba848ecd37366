import { sql } from 'drizzle-orm';
import { flag, index, json, moment, primaryKey, table, text, uniqueIndex, uuid } from '../columns';
import { consentRequests } from './consent';
import { tenants, users } from './people';

/**
 * Active until `revokedAt`. The customer's sort name and domain are copied here so that a partner's list is one index
 * range, in order, whatever else the database holds; who renames a tenant renames them too.
 */
export const consents = table(
  'consents',
  {
    id: uuid().primaryKey(),
    customerId: uuid()
      .notNull()
      .references(() => tenants.id),
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    kind: text<'reseller' | 'indirect_reseller' | 'oem'>().notNull(),
    providerId: uuid().references(() => tenants.id),
    requestId: uuid().references(() => consentRequests.id),
    dap: flag().notNull(),
    customerSort: text().notNull(),
    customerDomain: text().notNull(),
    grantedBy: uuid()
      .notNull()
      .references(() => users.id),
    grantedAt: moment().notNull(),
    revokedAt: moment(),
    revokedBy: uuid().references(() => users.id),
    /** When the partner last did something for the customer by it, to the hour; null until then. */
    lastUsedAt: moment(),
    /** When both sides were told that it lies unused; null again with the next use. */
    unusedToldAt: moment(),
  },
  (t) => [
    uniqueIndex('consents_active').on(t.customerId, t.partnerId, t.kind).where(sql`revoked_at is null`),
    // All that counting and searching a partner's list looks at, so that neither touches the table.
    index('consents_partner')
      .on(t.partnerId, t.customerSort, t.id, t.customerDomain, t.revokedAt)
      .where(sql`revoked_at is null`),
    index('consents_provider')
      .on(t.providerId, t.customerSort, t.id, t.customerDomain, t.partnerId, t.revokedAt)
      .where(sql`revoked_at is null`),
    index('consents_customer').on(t.customerId, t.revokedAt),
    index('consents_granted').on(t.grantedAt),
    // A provider's customers through one reseller.
    index('consents_link')
      .on(t.providerId, t.partnerId, t.customerSort, t.id, t.customerDomain, t.revokedAt)
      .where(sql`revoked_at is null`),
  ],
);

/**
 * What each side keeps of a grant, a change or an end: the same receipt, with one id, once for the customer and once for the
 * partner. `content` is what the page prints and never changes; `hash` is the SHA-256 of it.
 */
export const receipts = table(
  'receipts',
  {
    id: uuid().notNull(),
    /** Whose copy it is. */
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    consentId: uuid()
      .notNull()
      .references(() => consents.id),
    requestId: uuid().references(() => consentRequests.id),
    event: text<'granted' | 'changed' | 'ended'>().notNull(),
    at: moment().notNull(),
    content: json<Record<string, unknown>>().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.tenantId] }),
    index('receipts_consent').on(t.tenantId, t.consentId, t.at),
    index('receipts_request').on(t.tenantId, t.requestId),
  ],
);

/** A customer asks support to end an OEM's consent, which it cannot end alone (DESIGN §3, rule 4). One open per consent. */
export const removalRequests = table(
  'removal_requests',
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
    state: text<'asked' | 'in_review' | 'removed' | 'refused' | 'withdrawn'>().notNull(),
    /** Why, in the customer's words. */
    reason: text().notNull(),
    askedBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    assigneeId: uuid().references(() => users.id),
    reviewedAt: moment(),
    /** What support says to it. */
    answer: text(),
    closedAt: moment(),
    closedBy: uuid().references(() => users.id),
  },
  (t) => [
    uniqueIndex('removal_requests_open').on(t.consentId).where(sql`state in ('asked', 'in_review')`),
    index('removal_requests_customer').on(t.customerId, t.createdAt, t.id),
    index('removal_requests_state').on(t.state, t.createdAt, t.id),
    index('removal_requests_closed').on(t.closedAt, t.createdAt),
  ],
);
