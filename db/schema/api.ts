import { sql } from 'drizzle-orm';
import { index, integer, json, moment, primaryKey, table, text, uniqueIndex, uuid } from '../columns';
import { tenants, users } from './people';

/**
 * A partner's programs sign in with these. `clientId` is what they present: a GUID, or for the demo's a name. The columns
 * that may be null are those that clients of the first version did not have.
 */
export const apiClients = table(
  'api_clients',
  {
    id: uuid().primaryKey(),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    clientId: text().notNull(),
    name: text(),
    scopes: json<string[]>(),
    createdBy: uuid().references(() => users.id),
    createdAt: moment().notNull(),
    /** To the minute; null until its first call. */
    lastUsedAt: moment(),
    revokedAt: moment(),
    revokedBy: uuid().references(() => users.id),
    /** Since when support has it suspended; null while it works. */
    suspendedAt: moment(),
  },
  (t) => [uniqueIndex('api_clients_client').on(t.clientId), index('api_clients_tenant').on(t.tenantId, t.createdAt)],
);

/**
 * Two of a client may be good at once, so that one replaces the other while both work: a place of two, each taken once. Of
 * the secret only its SHA-256 is kept (docs/decisions/0018).
 */
export const apiSecrets = table(
  'api_secrets',
  {
    id: uuid().primaryKey(),
    clientId: uuid()
      .notNull()
      .references(() => apiClients.id),
    place: integer().notNull(),
    hash: text().notNull(),
    /** Its last characters, to tell it from the other. */
    ending: text().notNull(),
    createdAt: moment().notNull(),
    droppedAt: moment(),
  },
  (t) => [uniqueIndex('api_secrets_place').on(t.clientId, t.place).where(sql`dropped_at is null`)],
);

/** What a client got for its secret: good for an hour at most, kept as SHA-256. */
export const apiTokens = table(
  'api_tokens',
  {
    hash: text().primaryKey(),
    clientId: uuid()
      .notNull()
      .references(() => apiClients.id),
    secretId: uuid()
      .notNull()
      .references(() => apiSecrets.id),
    scopes: json<string[]>().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [index('api_tokens_client').on(t.clientId, t.expiresAt)],
);

/**
 * What a changing call was answered, by the id its sender gave it: who sends it again gets the same answer. Without a
 * `status` it is being answered, by whoever holds it until `heldUntil`.
 */
export const apiCalls = table(
  'api_calls',
  {
    clientId: uuid()
      .notNull()
      .references(() => apiClients.id),
    requestId: text().notNull(),
    /** SHA-256 of method, path and body. */
    fingerprint: text().notNull(),
    heldUntil: moment().notNull(),
    status: integer(),
    headers: json<Record<string, string>>(),
    body: text(),
    createdAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.requestId] }),
    index('api_calls_time').on(t.clientId, t.createdAt),
    index('api_calls_request').on(t.requestId),
  ],
);

/** How many calls a client has taken out of its allowance, by the window of time (its number since 1970). */
export const apiAllowances = table('api_allowances', {
  clientId: uuid()
    .primaryKey()
    .references(() => apiClients.id),
  period: integer().notNull(),
  taken: integer().notNull(),
});
