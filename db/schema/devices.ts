import { isNotNull } from 'drizzle-orm';
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
import { apiClients } from './api';
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
    createdBy: uuid().references(() => users.id),
    /** The API client that made it, where no person did. */
    clientId: uuid().references(() => apiClients.id),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex('batches_name').on(t.customerId, t.partnerId, t.nameKey)],
);

/** What an upload did: history. Counts are rows; `doneRows` is how far registration has come, in records. */
export const uploads = table(
  'uploads',
  {
    id: uuid().primaryKey(),
    /** Counts uploads of the whole system: short enough to stand in every device. Never shown. */
    number: integer().notNull(),
    customerId: uuid()
      .notNull()
      .references(() => tenants.id),
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    batchId: uuid().references(() => batches.id),
    batchName: text().notNull(),
    createdBy: uuid().references(() => users.id),
    clientId: uuid().references(() => apiClients.id),
    fileName: text(),
    /** The file's name lowered in TypeScript. */
    fileNameKey: key(),
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
    /** How it was kept: null is as it came; of a workbook the rows of its sheet, of an API call its devices, each a line of JSON. */
    format: text<'xlsx' | 'api'>(),
    /** Null for a file whose first line is its header. */
    header: text<'none'>(),
    /** What its columns mean by position, where somebody had to say it. */
    mapping: json<(string | null)[]>(),
    /** For devices whose own cell is empty. */
    groupTag: text(),
    /** Likewise. */
    orderNumber: text(),
    /** The profile for what this upload registers; what was the default when it was sent, unless somebody chose. */
    profileId: uuid(),
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
    uniqueIndex('uploads_number').on(t.number),
    index('uploads_partner').on(t.partnerId, t.id),
    index('uploads_file').on(t.fileNameKey, t.id),
    index('uploads_created').on(t.createdAt, t.state),
    index('uploads_failed').on(t.createdAt, t.failureCode).where(isNotNull(t.failureCode)),
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

/** Manufacturer and model by a number, since a million devices have a hundred makes. 0 is a device of any make; it has no row here. */
export const makes = table(
  'makes',
  {
    number: integer().primaryKey(),
    manufacturer: text().notNull(),
    model: text().notNull(),
  },
  (t) => [uniqueIndex('makes_name').on(t.manufacturer, t.model)],
);

/**
 * What is registered now: truth. A device is the row of the upload that registered it (docs/decisions/0016): `upload` is that
 * upload's number, by which customer and registrar are found; from outside it has a UUID, `db/bulk/device-id.ts`. It belongs to
 * one customer in the whole system; the three unique indexes say so. On SQLite the primary key is the table itself.
 * No foreign keys: this is the table that takes a million rows at once, and uploads and batches are never deleted.
 */
export const devices = table(
  'devices',
  {
    upload: integer().notNull(),
    row: integer().notNull(),
    serial: key(),
    make: integer().notNull(),
    productKey: key(),
    /** SHA-256 of the decoded hash. Equal digests are one device; different digests prove nothing. */
    hashDigest: bytes(),
    groupTag: key(),
    /** The seller's or the buyer's, as the file has it. */
    orderNumber: key(),
    assignedUser: text(),
    /** Where somebody moved it; null is the batch of its upload. */
    movedTo: uuid(),
    registeredAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.upload, t.row] }),
    uniqueIndex('devices_serial').on(t.serial, t.make).where(isNotNull(t.serial)),
    uniqueIndex('devices_product_key').on(t.productKey).where(isNotNull(t.productKey)),
    uniqueIndex('devices_hash').on(t.hashDigest).where(isNotNull(t.hashDigest)),
    index('devices_group_tag').on(t.groupTag, t.upload, t.row).where(isNotNull(t.groupTag)),
    index('devices_order').on(t.orderNumber, t.upload, t.row).where(isNotNull(t.orderNumber)),
    index('devices_moved').on(t.movedTo, t.upload, t.row).where(isNotNull(t.movedTo)),
  ],
);

/** Devices registered now, by upload and the batch they are in: kept with every change, so that nobody has to count a million. */
export const deviceCounts = table(
  'device_counts',
  {
    upload: integer().notNull(),
    batchId: uuid().notNull(),
    devices: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.upload, t.batchId] }), index('device_counts_batch').on(t.batchId)],
);

/** The 3,000 bytes of a hash, kept away from the narrow rows that lists and searches read. */
export const deviceHashes = table(
  'device_hashes',
  {
    upload: integer().notNull(),
    row: integer().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.upload, t.row] })],
);

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
    userId: uuid().references(() => users.id),
    /** The API client that changed it, where no person did. */
    clientId: uuid().references(() => apiClients.id),
    /** `own_profile` is the customer's and nothing that a partner sees. */
    what: text<'group_tag' | 'batch' | 'profile' | 'own_profile'>().notNull(),
    before: text(),
    after: text(),
  },
  (t) => [index('device_changes_device').on(t.deviceId, t.at, t.id)],
);
