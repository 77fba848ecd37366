import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { dialect, tableConfig } from './columns';
import { readMigrations } from './migrate';
import * as schema from './schema';

/** Parents before their children, so that every row finds what it refers to. */
function byReference(tables: PgTable[]): PgTable[] {
  const sorted: PgTable[] = [];
  const visit = (table: PgTable) => {
    if (sorted.includes(table)) return;
    const parents = tableConfig(table).foreignKeys.map((key) => key.reference().foreignTable);
    for (const parent of parents) if (parent !== table) visit(parent);
    sorted.push(table);
  };
  for (const table of tables) visit(table);
  return sorted;
}

/**
 * Everything in the database as NDJSON, the same on both engines: a header, one line per row (binary as base64, times in
 * ISO 8601), and a last line that counts them.
 */
export const parentsFirst: readonly PgTable[] = byReference(
  Object.values(schema).sort((a, b) => (getTableName(a) < getTableName(b) ? -1 : 1)),
);

/** The primary key: the names its columns have in TypeScript, with the columns. */
export function keyOf(table: PgTable): [string, PgColumn][] {
  const columns: Record<string, PgColumn> = getTableColumns(table);
  const composite = tableConfig(table).primaryKeys[0]?.columns.map(({ name }) => name);
  const all = Object.entries(columns);
  return composite
    ? composite.flatMap((name) => all.filter(([, column]) => column.name === name))
    : all.filter(([, column]) => column.primary);
}

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
