import { sql } from 'drizzle-orm';
import { index, json, key, moment, table, text, uniqueIndex, uuid } from '../columns';

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
    sortName: key().notNull(),
    domain: key().notNull(),
    country: text().notNull(),
    mpnId: text(),
    createdAt: moment().notNull(),
    /** Since when support has it suspended; null while it works. Set with the row of `suspensions` that says why. */
    suspendedAt: moment(),
  },
  (t) => [
    uniqueIndex('tenants_domain').on(t.domain),
    index('tenants_name').on(t.sortName, t.id),
    // Few are, and every look at what a partner reaches asks which.
    index('tenants_suspended').on(t.suspendedAt).where(sql`suspended_at is not null`),
  ],
);

/**
 * `email` is lower case, `nameKey` the name lowered in TypeScript: a search finds both by their beginning. `roles` are the role
 * names of DESIGN §1; several may be held at once. `passwordHash` is empty until the person has set a password
 * (`credential_links`); nobody signs in with none. A removed account is disabled for ever and
 * stays because what it did names it; its address is free for a new account.
 */
export const users = table(
  'users',
  {
    id: uuid().primaryKey(),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    email: key().notNull(),
    name: text().notNull(),
    nameKey: key(),
    passwordHash: text().notNull(),
    roles: json<string[]>().notNull(),
    disabledAt: moment(),
    removedAt: moment(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('users_email').on(t.email).where(sql`removed_at is null`),
    index('users_tenant').on(t.tenantId),
    index('users_name').on(t.nameKey, t.id),
  ],
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
