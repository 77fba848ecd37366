import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import { importIsUnfinished } from './import';
import { engine } from './index';
import * as schema from './schema';
import { chunkOf, encode, type Line, parentsFirst, type Row, TransferError, version } from './transfer';

/** Tables whose key is more than the one column that says so itself. */
const compositeKeys = new Map<PgTable, PgColumn[]>([
  [schema.uploadParts, [schema.uploadParts.uploadId, schema.uploadParts.part]],
  [schema.uploadSegments, [schema.uploadSegments.uploadId, schema.uploadSegments.firstRow]],
  [schema.notificationPreferences, [schema.notificationPreferences.userId, schema.notificationPreferences.kind]],
]);
/** All lines of an export, as the database was when the first one was asked for, whatever is written meanwhile. */
export async function* exportLines(): AsyncGenerator<string> {
  if (await importIsUnfinished())
    throw new TransferError('This database holds a part of an import. Finish that first.');
  const { frozen, end } = await engine().snapshot();
  let rows = 0;
  const line = (content: Line) => `${JSON.stringify(content)}\n`;
  try {
    yield line({ countersign: 1, id: uuidv7(), migration: version() });
    for (const table of parentsFirst) {
      const columns: Record<string, PgColumn> = getTableColumns(table);
      const key = compositeKeys.get(table) ?? Object.values(columns).filter((column) => column.primary);
      const names = Object.keys(columns).filter((name) => key.some((column) => column === columns[name]));
      let last: Row | undefined;
      do {
        const after =
          last &&
          sql`(${sql.join(key, sql`, `)}) > (${sql.join(
            key.map((column, i) => sql.param(last?.[names[i] ?? ''], column)),
            sql`, `,
          )})`;
        const chunk: Row[] = await frozen
          .select()
          .from(table)
          .where(after)
          .orderBy(...key)
          .limit(chunkOf(table));
        for (const row of chunk) yield line({ table: getTableName(table), row: encode(row) });
        rows += chunk.length;
        last = chunk.at(-1);
      } while (last);
    }
    yield line({ rows });
  } finally {
    await end();
  }
}
