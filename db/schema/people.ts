import { sql } from 'drizzle-orm';
import { index, json, moment, table, text, uniqueIndex, uuid } from '../columns';

/**
 * Every organisation: a partner, a customer or the operator. A partner's tenant can also be somebody's customer.
 * `domain` is lower case; `sortName` is the name lowered in TypeScript, because LIKE and lower() differ between engines.
 */
export const tenants = table(
  'tenants',
  {
    id: uuid().primaryKey(),
    kind: text<'partner' | 'customer' | 'operator'>().notNull(),
    partnerType: text<'direct' | 'indirect_provider' | 'indirect_reseller' | 'oem'>(),
    name: text().notNull(),
    sortName: text().notNull(),
    domain: text().notNull(),
    country: text().notNull(),
    mpnId: text(),
    createdAt: moment().notNull(),
    /** Since when support has it suspended; null while it works. Set with the row of `suspensions` that says why. */
    suspendedAt: moment(),
  },
  (t) => [
    uniqueIndex('tenants_domain').on(t.domain),
    // Few are, and every look at what a partner reaches asks which.
    index('tenants_suspended').on(t.suspendedAt).where(sql`suspended_at is not null`),
  ],
);

/**
 * `email` is lower case. `roles` are the role names of DESIGN §1; several may be held at once. `passwordHash` is empty until
 * the person has set a password (`credential_links`); nobody signs in with none.
 */
export const users = table(
  'users',
  {
    id: uuid().primaryKey(),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    roles: json<string[]>().notNull(),
    disabledAt: moment(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex('users_email').on(t.email), index('users_tenant').on(t.tenantId)],
);

/** One row per sign-in; the cookie holds nothing but its id. */
export const sessions = table(
  'sessions',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    seenAt: moment().notNull(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);
