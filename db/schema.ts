import { sql } from 'drizzle-orm';
import {
  bigint,
  bytes,
  flag,
  index,
  integer,
  json,
  key,
  moment,
  primaryKey,
  table,
  text,
  uniqueIndex,
  uuid,
} from './columns';

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
  },
  (t) => [uniqueIndex('tenants_domain').on(t.domain)],
);

/** `email` is lower case. `roles` are the role names of DESIGN §1; several may be held at once. */
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

/** Scripts sign in with these; `secretHash` is argon2id like a password. */
export const apiClients = table(
  'api_clients',
  {
    id: uuid().primaryKey(),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id),
    clientId: text().notNull(),
    secretHash: text().notNull(),
    createdAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [uniqueIndex('api_clients_client').on(t.clientId)],
);

/** An indirect reseller works under a provider; implicit permissions are derived from the open rows. */
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
    createdAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [
    uniqueIndex('partner_links_active').on(t.providerId, t.resellerId).where(sql`ended_at is null`),
    index('partner_links_reseller').on(t.resellerId),
  ],
);

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
    index('consents_partner').on(t.partnerId, t.customerSort, t.id).where(sql`revoked_at is null`),
    index('consents_provider').on(t.providerId, t.customerSort, t.id).where(sql`revoked_at is null`),
  ],
);

/** `nameKey` is the name lowered in TypeScript: unique without regard to case. See docs/decisions/0006. */
export const batches = table(
  'batches',
  {
    id: uuid().primaryKey(),
    customerId: uuid()
      .notNull()
      .references(() => tenants.id),
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    name: text().notNull(),
    nameKey: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex('batches_name').on(t.customerId, t.partnerId, t.nameKey)],
);

/** What an upload did: history. Counts are rows; `doneRows` is how far registration has come, in records. */
export const uploads = table(
  'uploads',
  {
    id: uuid().primaryKey(),
    customerId: uuid()
      .notNull()
      .references(() => tenants.id),
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    batchId: uuid().references(() => batches.id),
    batchName: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    fileName: text(),
    mode: text<'keep_good' | 'all_or_nothing'>().notNull(),
    state: text<
      | 'receiving'
      | 'received'
      | 'checking'
      | 'queued'
      | 'running'
      | 'finished'
      | 'finished_with_errors'
      | 'failed'
      | 'canceled'
      | 'undone'
    >().notNull(),
    idempotencyKey: text(),
    bytes: bigint().notNull(),
    sha256: text(),
    encoding: text<'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'>(),
    /** The header as the reader understood it; null until the file was checked. */
    columns: json<string[]>(),
    ignoredColumns: json<string[]>(),
    total: integer().notNull(),
    doneRows: integer().notNull(),
    registered: integer().notNull(),
    unchanged: integer().notNull(),
    rejected: integer().notNull(),
    /** Why a failed upload failed: a code of CSV.md and a sentence for people. */
    failureCode: text(),
    failureMessage: text(),
    /** The first upload of the same bytes by this partner for this customer. */
    sameAsId: uuid(),
    createdAt: moment().notNull(),
    startedAt: moment(),
    finishedAt: moment(),
  },
  (t) => [
    index('uploads_customer').on(t.customerId, t.partnerId, t.id),
    index('uploads_digest').on(t.partnerId, t.customerId, t.sha256),
    uniqueIndex('uploads_idempotency').on(t.partnerId, t.idempotencyKey),
  ],
);

/** The file as it came, in pieces of about 1 MiB: readable by any instance, on either engine. */
export const uploadParts = table(
  'upload_parts',
  {
    uploadId: uuid()
      .notNull()
      .references(() => uploads.id, { onDelete: 'cascade' }),
    part: integer().notNull(),
    content: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.part] })],
);

/** Row results in file order, one row here per registered chunk: a million results are a thousand rows. */
export const uploadSegments = table(
  'upload_segments',
  {
    uploadId: uuid()
      .notNull()
      .references(() => uploads.id, { onDelete: 'cascade' }),
    firstRow: integer().notNull(),
    lastRow: integer().notNull(),
    registered: integer().notNull(),
    unchanged: integer().notNull(),
    rejected: integer().notNull(),
    results: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.firstRow] })],
);

/**
 * What is registered now: truth. A device belongs to one customer in the whole system; the three unique indexes say so.
 * No foreign keys: this is the table that takes a million rows at once, and tenants, batches and uploads are never deleted.
 * Absent serial, product key or hash is null; absent manufacturer or model beside a serial is ''.
 */
export const devices = table(
  'devices',
  {
    id: uuid().primaryKey(),
    customerId: uuid().notNull(),
    registrarId: uuid().notNull(),
    batchId: uuid().notNull(),
    uploadId: uuid().notNull(),
    row: integer().notNull(),
    serial: key(),
    manufacturer: text().notNull(),
    model: text().notNull(),
    productKey: key(),
    /** SHA-256 of the decoded hash. Equal digests are one device; different digests prove nothing. */
    hashDigest: bytes(),
    groupTag: text(),
    assignedUser: text(),
    registeredAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('devices_serial').on(t.serial, t.manufacturer, t.model),
    uniqueIndex('devices_product_key').on(t.productKey),
    uniqueIndex('devices_hash').on(t.hashDigest),
    index('devices_customer').on(t.customerId, t.id),
  ],
);

/** The 4,000-character hashes, kept away from the narrow rows that lists and searches read. */
export const deviceHashes = table('device_hashes', {
  deviceId: uuid()
    .primaryKey()
    .references(() => devices.id, { onDelete: 'cascade' }),
  hash: text().notNull(),
});

/** One row per resource that must be changed by one transaction at a time on an engine with many writers. */
export const locks = table('locks', { name: text().primaryKey(), revision: bigint().notNull() });

export const jobs = table(
  'jobs',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    payload: json<Record<string, string>>().notNull(),
    state: text<'queued' | 'running' | 'failed'>().notNull(),
    runAt: moment().notNull(),
    attempts: integer().notNull(),
    leaseUntil: moment(),
    leaseToken: uuid(),
    lastError: text(),
    createdAt: moment().notNull(),
  },
  (t) => [index('jobs_due').on(t.state, t.runAt)],
);

/** The outbox. Once sent by SMTP, subject and bodies are blanked: a link in a mail is a secret. */
export const mails = table(
  'mails',
  {
    id: uuid().primaryKey(),
    toAddress: text().notNull(),
    subject: text().notNull(),
    textBody: text().notNull(),
    htmlBody: text().notNull(),
    links: json<string[]>().notNull(),
    createdAt: moment().notNull(),
    sentAt: moment(),
  },
  (t) => [index('mails_recipient').on(t.toAddress, t.id)],
);

/**
 * What a person is told in the portal, written in the transaction of what happened. `params` fill the sentence of its kind;
 * `path` is where a click leads.
 */
export const notifications = table(
  'notifications',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text().notNull(),
    params: json<Record<string, string | number>>().notNull(),
    path: text().notNull(),
    createdAt: moment().notNull(),
    readAt: moment(),
  },
  (t) => [
    index('notifications_user').on(t.userId, t.id),
    index('notifications_unread').on(t.userId, t.id).where(sql`read_at is null`),
  ],
);

/** What a person wants to be told of, and how. No row: both ways. */
export const notificationPreferences = table(
  'notification_preferences',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    kind: text().notNull(),
    inApp: flag().notNull(),
    mail: flag().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] })],
);

/**
 * One per state change, in its transaction, linked into one chain (docs/decisions/0007). `seq` counts from 1 without a gap;
 * `prevHash` is the hash of the event before. Rows are only ever added.
 */
export const auditEvents = table(
  'audit_events',
  {
    id: uuid().primaryKey(),
    seq: bigint().notNull(),
    at: moment().notNull(),
    action: text().notNull(),
    actorType: text<'user' | 'system' | 'anonymous'>().notNull(),
    actorId: uuid(),
    actorName: text().notNull(),
    tenantId: uuid(),
    customerId: uuid(),
    partnerId: uuid(),
    providerId: uuid(),
    subjectId: uuid(),
    detail: json<Record<string, unknown>>().notNull(),
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [uniqueIndex('audit_events_seq').on(t.seq)],
);

/** One row: where the chain ends. Whoever adds an event holds it, so that events come one after the other. */
export const auditHead = table('audit_head', {
  id: integer().primaryKey(),
  seq: bigint().notNull(),
  hash: text().notNull(),
});

/**
 * Whose activity log shows which event: one row per organisation concerned, and one for the operator. Carries what a log is
 * filtered by, so that a page of it is one index range however long the log. Follows from the event in every column.
 */
export const auditEntries = table(
  'audit_entries',
  {
    viewerId: uuid().notNull(),
    seq: bigint().notNull(),
    at: moment().notNull(),
    action: text().notNull(),
    /** The name of who did it, lowered in TypeScript. */
    actorKey: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.seq, t.viewerId] }),
    index('audit_entries_time').on(t.viewerId, t.at, t.seq),
    index('audit_entries_action').on(t.viewerId, t.action, t.at, t.seq),
    index('audit_entries_actor').on(t.viewerId, t.actorKey, t.at, t.seq),
  ],
);

/** Who appears in whose log, once each: filters by name look here first, and not through a million events. */
export const auditNames = table(
  'audit_names',
  {
    viewerId: uuid().notNull(),
    kind: text<'person' | 'organization'>().notNull(),
    /** The name lowered in TypeScript. */
    key: text().notNull(),
    /** Nil for a person. */
    organizationId: uuid().notNull(),
  },
  (t) => [primaryKey({ columns: [t.viewerId, t.kind, t.key, t.organizationId] })],
);
