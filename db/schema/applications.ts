import { sql } from 'drizzle-orm';
import { flag, index, key, moment, table, text, uniqueIndex, uuid } from '../columns';
import { consentRequests, standingLinks } from './consent';
import { tenants, users } from './people';

/**
 * Somebody wants their organization to be a partner here. `unverified` until the link mailed to the contact was used (its token
 * is stored as SHA-256 only); `waiting` for support; `superseded` by a newer application of the same contact. `tenantId` is the
 * organization that came of it.
 */
export const partnerApplications = table(
  'partner_applications',
  {
    id: uuid().primaryKey(),
    state: text<'unverified' | 'waiting' | 'approved' | 'refused' | 'superseded'>().notNull(),
    organization: text().notNull(),
    domain: key().notNull(),
    country: text().notNull(),
    partnerType: text<'direct' | 'indirect_provider' | 'indirect_reseller' | 'oem'>().notNull(),
    mpnId: text(),
    contactName: text().notNull(),
    contactEmail: text().notNull(),
    tokenHash: text().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    verifiedAt: moment(),
    decidedBy: uuid().references(() => users.id),
    decidedAt: moment(),
    reason: text(),
    tenantId: uuid().references(() => tenants.id),
  },
  (t) => [
    uniqueIndex('partner_applications_token').on(t.tokenHash),
    uniqueIndex('partner_applications_unverified').on(t.contactEmail).where(sql`state = 'unverified'`),
    uniqueIndex('partner_applications_waiting').on(t.domain).where(sql`state = 'waiting'`),
    index('partner_applications_state').on(t.state, t.createdAt, t.id),
  ],
);

/** A partner wants another display name, which customers see; support reviews it. One open per organization. */
export const nameChanges = table(
  'name_changes',
  {
    id: uuid().primaryKey(),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    state: text<'waiting' | 'approved' | 'refused' | 'withdrawn'>().notNull(),
    before: text().notNull(),
    name: text().notNull(),
    note: text().notNull(),
    askedBy: uuid()
      .notNull()
      .references(() => users.id),
    askedAt: moment().notNull(),
    decidedBy: uuid().references(() => users.id),
    decidedAt: moment(),
    reason: text(),
  },
  (t) => [
    uniqueIndex('name_changes_open').on(t.tenantId).where(sql`state = 'waiting'`),
    index('name_changes_state').on(t.state, t.askedAt, t.id),
    index('name_changes_tenant').on(t.tenantId, t.askedAt),
  ],
);

/**
 * Somebody who holds a consent link, and whose organization has no place here yet, wants to set it up: a link to the address
 * they gave (the token is stored as SHA-256 only) proves that it is theirs. `requestId` or `standingId` is what they came from.
 * One open per address: a newer one replaces. `dap` is what the standing link's address asked for. `tenantId` is the organization
 * that came of it, or that has the address: its administrators are let in to the request by this row. Where no link went out, to an
 * organization that is here already, there is no token, and `once` says what is not to happen twice.
 */
export const signUps = table(
  'sign_ups',
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    tokenHash: text(),
    once: text(),
    requestId: uuid().references(() => consentRequests.id),
    standingId: uuid().references(() => standingLinks.id),
    dap: flag().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    replacedAt: moment(),
    tenantId: uuid().references(() => tenants.id),
  },
  (t) => [
    uniqueIndex('sign_ups_token').on(t.tokenHash),
    uniqueIndex('sign_ups_once').on(t.once),
    index('sign_ups_request').on(t.requestId, t.tenantId),
    index('sign_ups_standing').on(t.standingId, t.tenantId),
    uniqueIndex('sign_ups_open').on(t.email).where(sql`used_at is null and replaced_at is null`),
  ],
);
