import { getTableName } from 'drizzle-orm';
import { db } from '@/db';
import { parentsFirst } from '@/db/transfer';

/** For tests: all rows of all tables, so that a write anywhere shows. */
export async function everything(): Promise<string> {
  const rows = await Promise.all(
    parentsFirst.map(async (table) => [getTableName(table), await db.select().from(table)]),
  );
  return JSON.stringify(rows);
}
