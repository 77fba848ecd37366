import { sql } from 'drizzle-orm';
import { flag, index, json, key, moment, table, text, uniqueIndex, uuid } from '../columns';

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
    /** The id of its directory at Microsoft Entra ID (`tid`), lower case; null where people sign in by accounts of ours. */
    directoryId: text(),
  },
  (t) => [
    uniqueIndex('tenants_domain').on(t.domain),
    uniqueIndex('tenants_directory').on(t.directoryId).where(sql`directory_id is not null`),
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
 *
 * Whoever signs in by their organization's directory has a `directoryOid` (`oid`) there and no password; they are known by it
 * and never by `email`, which is only how the directory calls them. `cloudNative` is what their last sign-in there said; null for
 * accounts of ours. `locale`, `timeZone` and `theme` are what the person chose; null is what everybody gets.
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
    directoryOid: text(),
    cloudNative: flag(),
    locale: text(),
    timeZone: text(),
    theme: text<'light' | 'dark'>(),
  },
  (t) => [
    uniqueIndex('users_email').on(t.email).where(sql`removed_at is null and directory_oid is null`),
    uniqueIndex('users_directory')
      .on(t.tenantId, t.directoryOid)
      .where(sql`removed_at is null and directory_oid is not null`),
    index('users_tenant').on(t.tenantId),
    index('users_name').on(t.nameKey, t.id),
  ],
);

/** How somebody proved who they are. */
export type SignInMethod = 'password' | 'password_code' | 'password_recovery' | 'passkey' | 'directory';

/**
 * One row per sign-in; the cookie holds nothing but its id. `createdAt` is when the person proved who they are, also where the
 * session was renewed since. `address` and `agent` (what the browser calls itself) are those of its last use; null for a program
 * of ours.
 */
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
    method: text<SignInMethod>(),
    address: text(),
    agent: text(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** Browsers that somebody signed in with before, by the SHA-256 of a cookie: signing in with another one is told by mail. */
export const knownDevices = table(
  'known_devices',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    tokenHash: text().notNull(),
    firstSeenAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
  },
  (t) => [uniqueIndex('known_devices_token').on(t.userId, t.tokenHash)],
);
