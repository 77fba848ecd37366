import { sql } from 'drizzle-orm';
import { flag, index, moment, table, text, uniqueIndex, uuid } from '../columns';
import { tenants, users } from './people';

/**
 * DESIGN §2. The invitation link's token is stored as SHA-256 only; `customerId` is set by the decision. The id comes from
 * the sender's form, so that a double click is one request; lists are therefore ordered by `createdAt`.
 */
export const consentRequests = table(
  'consent_requests',
  {
    id: uuid().primaryKey(),
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    kind: text<'reseller' | 'indirect_reseller' | 'oem'>().notNull(),
    providerId: uuid().references(() => tenants.id),
    dap: flag().notNull(),
    state: text<
      'draft' | 'sent' | 'opened' | 'accepted' | 'declined' | 'canceled' | 'expired' | 'superseded'
    >().notNull(),
    recipientName: text().notNull(),
    recipientEmail: text().notNull(),
    recipientOrganization: text().notNull(),
    /** Name, mail and organization lowered in TypeScript, one line each: what a search looks in. */
    recipientSearch: text().notNull(),
    /** How the link left us: by our mail, or copied by the sender into a mail of their own. */
    delivery: text<'mail' | 'copy'>().notNull(),
    tokenHash: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    openedAt: moment(),
    decidedAt: moment(),
    decidedBy: uuid().references(() => users.id),
    customerId: uuid().references(() => tenants.id),
    declineReason: text(),
  },
  (t) => [
    uniqueIndex('consent_requests_token').on(t.tokenHash),
    index('consent_requests_partner').on(t.partnerId, t.createdAt, t.id),
  ],
);

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
    // A provider's customers through one reseller.
    index('consents_link')
      .on(t.providerId, t.partnerId, t.customerSort, t.id, t.customerDomain, t.revokedAt)
      .where(sql`revoked_at is null`),
  ],
);
