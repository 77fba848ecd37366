import {
  bigint,
  bytes,
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
} from '../columns';
import { tenants, users } from './people';

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
    /** How it was kept: null is as it came; of a workbook the rows of its sheet, each a line of JSON. */
    format: text<'xlsx'>(),
    /** Null for a file whose first line is its header. */
    header: text<'none'>(),
    /** What its columns mean by position, where somebody had to say it. */
    mapping: json<(string | null)[]>(),
    /** For devices whose own cell is empty. */
    groupTag: text(),
    /** Likewise. */
    orderNumber: text(),
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
    canceledBy: uuid().references(() => users.id),
    /** When and by whom undoing was asked for; it is over with `undoFinishedAt`. */
    undoneAt: moment(),
    undoneBy: uuid().references(() => users.id),
    undoFinishedAt: moment(),
    /** Devices that undoing has taken back so far; null where nothing was undone. */
    deregistered: integer(),
  },
  (t) => [
    index('uploads_customer').on(t.customerId, t.partnerId, t.id),
    index('uploads_digest').on(t.partnerId, t.customerId, t.sha256),
    uniqueIndex('uploads_idempotency').on(t.partnerId, t.idempotencyKey),
  ],
);

/** What a partner said that the columns of a file mean; `headerDigest` is a SHA-256 of its headers. */
export const columnMappings = table(
  'column_mappings',
  {
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    headerDigest: text().notNull(),
    fields: json<(string | null)[]>().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.headerDigest] })],
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
    /** The seller's or the buyer's, as the file has it. */
    orderNumber: key(),
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

/**
 * What became of a device while it is registered, beside its registration: one row per change of one device, with the value
 * before and after. No foreign keys, like `devices`; rows outlive the device, whose id never comes again.
 */
export const deviceChanges = table(
  'device_changes',
  {
    id: uuid().primaryKey(),
    deviceId: uuid().notNull(),
    at: moment().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    what: text<'group_tag' | 'batch'>().notNull(),
    before: text(),
    after: text(),
  },
  (t) => [index('device_changes_device').on(t.deviceId, t.at, t.id)],
);
