import { eq, getTableName, inArray, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { db, transaction } from './index';
import { locks } from './schema';
import { chunkOf, decode, type Line, parentsFirst, parseLine, type Row, TransferError, version } from './transfer';

/** Present from an import's first row to its last; `revision` is how many rows are in. A second row says of which export. */
const marker = 'import';
const markerOf = (id: string) => `import of ${id}`;

async function markers(...names: string[]): Promise<Map<string, number>> {
  const rows = await db.select().from(locks).where(inArray(locks.name, names));
  return new Map(rows.map(({ name, revision }) => [name, revision]));
}

/** True when an import began here and did not come to its end. */
export const importIsUnfinished = async (): Promise<boolean> => (await markers(marker)).size > 0;

/** How many rows of this export are already here; refuses a database that holds anything else. */
async function begin(id: string): Promise<number> {
  const found = await markers(marker, markerOf(id));
  const rows = found.get(marker);
  if (rows !== undefined && found.has(markerOf(id))) return rows;
  if (rows !== undefined)
    throw new TransferError('This database holds a part of another import. Import into an empty database.');
  for (const table of parentsFirst) {
    const [any] = await db.select({ one: sql`1` }).from(table).limit(1);
    if (any) {
      const name = getTableName(table);
      throw new TransferError(`This database is not empty: ${name} has rows. Import into an empty database.`);
    }
  }
  await db.insert(locks).values([marker, markerOf(id)].map((name) => ({ name, revision: 0 })));
  return 0;
}

function checkHeader(line: Line | undefined): string {
  if (!line || !('countersign' in line)) throw new TransferError('This is not an export of Countersign.');
  if (line.migration !== version()) {
    throw new TransferError(
      `This export is of database version ${line.migration}, and this program has ${version()}. Use the same version of Countersign on both sides.`,
    );
  }
  return line.id;
}

/**
 * Puts an export into an empty, migrated database. Rows go in by chunks, each together with a note of how far the import has
 * come: after a kill the same call goes on where it was. Throws TransferError; `onProgress` hears the rows done so far.
 */
export async function importLines(lines: AsyncIterable<string>, onProgress: (rows: number) => void): Promise<number> {
  const reader = lines[Symbol.asyncIterator]();
  const next = async (): Promise<Line | undefined> => {
    const { value, done } = await reader.next();
    return done ? undefined : parseLine(value);
  };
  const id = checkHeader(await next());
  const done = await begin(id);
  let read = 0;
  let chunk: Row[] = [];
  let into: PgTable | undefined;
  const flush = async () => {
    const table = into;
    if (!table || chunk.length === 0) return;
    await transaction(async () => {
      await db.insert(table).values(chunk);
      await db.update(locks).set({ revision: read }).where(eq(locks.name, marker));
    });
    chunk = [];
    onProgress(read);
  };
  for (let line = await next(); line; line = await next()) {
    if ('table' in line) {
      const name = line.table;
      const table = parentsFirst.find((known) => getTableName(known) === name);
      if (!table) throw new TransferError(`The file has a table ${name} that this version does not know.`);
      if (table !== into || chunk.length >= chunkOf(table)) await flush();
      into = table;
      read++;
      if (read > done) chunk.push(decode(table, line.row));
    } else if ('rows' in line) {
      await flush();
      if (line.rows !== read) break;
      await db.delete(locks).where(inArray(locks.name, [marker, markerOf(id)]));
      return read;
    }
  }
  await flush();
  throw new TransferError(`The file is cut off after ${read} rows. Import the whole file: it goes on from there.`);
}
