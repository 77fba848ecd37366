import { sql } from 'drizzle-orm';
import { index, json, moment, table, text, uniqueIndex, uuid } from '../columns';
import { tenants, users } from './people';

/**
 * Asks somebody to make an account in an organization. The link's token is stored as SHA-256 only. One open invitation per
 * organization and address: a newer one supersedes. `createdBy` is null where nobody of the organization can have invited:
 * its first person. `userId` is the account that came of it.
 */
export const memberInvitations = table(
  'member_invitations',
  {
    id: uuid().primaryKey(),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    state: text<'sent' | 'accepted' | 'canceled' | 'superseded'>().notNull(),
    email: text().notNull(),
    name: text().notNull(),
    roles: json<string[]>().notNull(),
    tokenHash: text().notNull(),
    createdBy: uuid().references(() => users.id),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    closedAt: moment(),
    userId: uuid().references(() => users.id),
  },
  (t) => [
    uniqueIndex('member_invitations_token').on(t.tokenHash),
    uniqueIndex('member_invitations_open').on(t.tenantId, t.email).where(sql`state = 'sent'`),
    index('member_invitations_tenant').on(t.tenantId, t.createdAt, t.id),
  ],
);

/**
 * The operator's second pair of eyes: one support administrator proposes to make somebody another one, and a second one
 * decides. `roles` is what the person shall have then. One open proposal per person.
 */
export const promotions = table(
  'promotions',
  {
    id: uuid().primaryKey(),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    roles: json<string[]>().notNull(),
    proposedBy: uuid()
      .notNull()
      .references(() => users.id),
    proposedAt: moment().notNull(),
    state: text<'proposed' | 'confirmed' | 'refused'>().notNull(),
    decidedBy: uuid().references(() => users.id),
    decidedAt: moment(),
  },
  (t) => [
    uniqueIndex('promotions_open').on(t.userId).where(sql`state = 'proposed'`),
    index('promotions_tenant').on(t.tenantId, t.state),
  ],
);
