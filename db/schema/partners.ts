import { sql } from 'drizzle-orm';
import { index, moment, table, text, uniqueIndex, uuid } from '../columns';
import { tenants, users } from './people';

/**
 * A provider asks a person to have their organisation, an indirect reseller, authorise it. The link's token is stored as
 * SHA-256 only; `resellerId` is set by the decision. One open invitation per provider and address: a newer one supersedes.
 */
export const providerInvitations = table(
  'provider_invitations',
  {
    id: uuid().primaryKey(),
    providerId: uuid()
      .notNull()
      .references(() => tenants.id),
    state: text<'sent' | 'accepted' | 'declined' | 'canceled' | 'expired' | 'superseded'>().notNull(),
    recipientName: text().notNull(),
    recipientEmail: text().notNull(),
    recipientOrganization: text().notNull(),
    tokenHash: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    closedAt: moment(),
    decidedBy: uuid().references(() => users.id),
    resellerId: uuid().references(() => tenants.id),
  },
  (t) => [
    uniqueIndex('provider_invitations_token').on(t.tokenHash),
    uniqueIndex('provider_invitations_open').on(t.providerId, t.recipientEmail).where(sql`state = 'sent'`),
    index('provider_invitations_provider').on(t.providerId, t.createdAt, t.id),
  ],
);

/**
 * An indirect reseller works under a provider; implicit permissions are derived from the rows without `endedAt`. The demo's
 * link and those of tests came without an invitation.
 */
export const partnerLinks = table(
  'partner_links',
  {
    id: uuid().primaryKey(),
    providerId: uuid()
      .notNull()
      .references(() => tenants.id),
    resellerId: uuid()
      .notNull()
      .references(() => tenants.id),
    invitationId: uuid().references(() => providerInvitations.id),
    createdAt: moment().notNull(),
    endedAt: moment(),
    endedBy: uuid().references(() => users.id),
  },
  (t) => [
    uniqueIndex('partner_links_active').on(t.providerId, t.resellerId).where(sql`ended_at is null`),
    index('partner_links_reseller').on(t.resellerId),
  ],
);
