import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { dialect } from './columns';
import { readMigrations } from './migrate';
import * as schema from './schema';

/**
 * Everything in the database as NDJSON, the same on both engines: a header, one line per row (binary as base64, times in
 * ISO 8601), and a last line that counts them. Parents come before their children.
 */
export const parentsFirst: readonly PgTable[] = [
  schema.tenants,
  schema.users,
  schema.sessions,
  schema.apiClients,
  schema.partnerLinks,
  schema.consentRequests,
  schema.consents,
  schema.batches,
  schema.uploads,
  schema.uploadParts,
  schema.uploadSegments,
  schema.devices,
  schema.deviceHashes,
  schema.locks,
  schema.jobs,
  schema.mails,
  schema.notifications,
  schema.notificationPreferences,
  schema.auditEvents,
  schema.auditHead,
  schema.auditEntries,
  schema.auditNames,
];

/** Rows read or written at once; parts are a mebibyte each. */
export const chunkOf = (table: PgTable) => (table === schema.uploadParts ? 8 : 500);
export type Row = Record<string, unknown>;
export type Line =
  | { countersign: 1; id: string; migration: string | undefined }
  | { table: string; row: Row }
  | { rows: number };

/** Something the person at the keyboard can mend; the message is a sentence for them. */
export class TransferError extends Error {}

export const version = () => readMigrations(dialect).at(-1)?.tag;
const isBytes = (column: PgColumn) => column.dataType === 'buffer' || column.getSQLType() === 'bytea';

/** A row as it stands in a line. */
export function encode(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? value.toString('base64') : value]),
  );
}

/** A row as the database takes it. */
export function decode(table: PgTable, row: Row): Row {
  const columns: Record<string, PgColumn> = getTableColumns(table);
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const column = columns[name];
      if (!column) throw new TransferError(`The file has a column ${name} that ${getTableName(table)} does not have.`);
      if (typeof value !== 'string') return [name, value];
      if (column.dataType === 'date') return [name, new Date(value)];
      return [name, isBytes(column) ? Buffer.from(value, 'base64') : value];
    }),
  );
}

export function parseLine(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    throw new TransferError('The file has a line that is not JSON. Is it an export of Countersign, and complete?');
  }
}
