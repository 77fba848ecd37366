import { sql } from 'drizzle-orm';
import { flag, index, integer, key, moment, primaryKey, table, text, uniqueIndex, uuid } from '../columns';
import { apiClients } from './api';
import { tenants, users } from './people';

/**
 * A partner's reusable link (DESIGN §2): one per partner and kind, an indirect reseller one per provider. `code` is what
 * the address names it by; a new link ends the old one. It is handed out freely and decides nothing, so it is kept readable.
 */
export const standingLinks = table(
  'standing_links',
  {
    id: uuid().primaryKey(),
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    kind: text<'reseller' | 'indirect_reseller' | 'oem'>().notNull(),
    providerId: uuid().references(() => tenants.id),
    code: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    endedAt: moment(),
    /** Of an OEM's link, which support ends: who did, and why; the OEM reads it. */
    endedBy: uuid().references(() => users.id),
    endedReason: text(),
  },
  (t) => [
    uniqueIndex('standing_links_code').on(t.code),
    uniqueIndex('standing_links_active').on(t.partnerId, t.kind).where(sql`ended_at is null and provider_id is null`),
    // One without a provider is never equal to another here: nulls differ.
    uniqueIndex('standing_links_provider').on(t.partnerId, t.kind, t.providerId).where(sql`ended_at is null`),
  ],
);

/**
 * DESIGN §2. The invitation link's token is stored as SHA-256 only; a draft and what was decided on a standing link have
 * none. `customerId` is set by the decision. The id comes from the sender's form, so that a double click is one request;
 * lists are therefore ordered by `createdAt`: when it was sent, and of a draft, when it was saved.
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
    /** Mail and organization, each on its own for a search by beginning over all partners; null in a draft without one. */
    emailKey: key(),
    organizationKey: key(),
    /** How the link left us: by our mail, copied by the sender into a mail of their own, or as a standing link. */
    delivery: text<'mail' | 'copy' | 'standing'>().notNull(),
    tokenHash: text(),
    standingLinkId: uuid().references(() => standingLinks.id),
    /** The request this one was sent in the place of, which is `superseded` by it. */
    replacesId: uuid(),
    /** Who sent it: a person or an API client, the other is null. */
    createdBy: uuid().references(() => users.id),
    clientId: uuid().references(() => apiClients.id),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    openedAt: moment(),
    decidedAt: moment(),
    decidedBy: uuid().references(() => users.id),
    /** The API client that took it back. */
    decidedClientId: uuid().references(() => apiClients.id),
    customerId: uuid().references(() => tenants.id),
    declineReason: text(),
    /** Whoever of support sent it again in the sender's name. */
    resentBy: uuid().references(() => users.id),
    /** When somebody with the dead link asked for a new one. */
    renewalAskedAt: moment(),
  },
  (t) => [
    uniqueIndex('consent_requests_token').on(t.tokenHash),
    uniqueIndex('consent_requests_replaces').on(t.replacesId),
    index('consent_requests_partner').on(t.partnerId, t.createdAt, t.id),
    index('consent_requests_customer').on(t.customerId, t.createdAt, t.id),
    index('consent_requests_email').on(t.emailKey, t.id),
    index('consent_requests_organization').on(t.organizationKey, t.id),
    index('consent_requests_state').on(t.state, t.createdAt, t.expiresAt),
    index('consent_requests_decided').on(t.decidedAt, t.state, t.createdAt),
  ],
);

/** How many requests a partner sent on a day (UTC, `YYYY-MM-DD`): counted up by a conditional update, never past the limit. */
export const requestDays = table(
  'request_days',
  {
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    day: text().notNull(),
    sent: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.day] })],
);

/** A person who may not decide passed a request on to their administrators: once per request or standing link. */
export const requestForwards = table(
  'request_forwards',
  {
    id: uuid().primaryKey(),
    /** The id of the consent request or of the standing link. */
    subjectId: uuid().notNull(),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    note: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('request_forwards_once').on(t.subjectId, t.userId),
    index('request_forwards_tenant').on(t.tenantId, t.subjectId),
  ],
);
