import { and, gte, lt, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Values that begin with the text: a range of an index that is ordered by bytes. */
const range = (column: PgColumn, text: string) => and(gte(column, text), lt(column, `${text}\u{10ffff}`));

/**
 * One of the columns begins with the text. Identifiers keep their case, so a search tries the text as typed, in capitals and
 * in small letters.
 */
export function beginsWith(search: string, columns: PgColumn[]): SQL | undefined {
  const spellings = [...new Set([search, search.toUpperCase(), search.toLowerCase()])];
  return or(...columns.flatMap((column) => spellings.map((text) => range(column, text))));
}
