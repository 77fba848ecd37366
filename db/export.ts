import { getTableName, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { importIsUnfinished } from './import';
import { engine } from './index';
import { chunkOf, encode, keyOf, type Line, parentsFirst, type Row, TransferError, version } from './transfer';

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
      const key = keyOf(table);
      const columns = key.map(([, column]) => column);
      let last: Row | undefined;
      do {
        const seen = key.map(([name, column]) => sql.param(last?.[name], column));
        const after = last && sql`(${sql.join(columns, sql`, `)}) > (${sql.join(seen, sql`, `)})`;
        const chunk: Row[] = await frozen
          .select()
          .from(table)
          .where(after)
          .orderBy(...columns)
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
