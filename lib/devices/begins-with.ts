import { and, gte, lt, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Values that begin with the text: a range of an index that is ordered by bytes. */
export const startingWith = (column: PgColumn, text: string) => and(gte(column, text), lt(column, `${text}\u{10ffff}`));

/** Identifiers keep their case, so a search tries the text as typed, in capitals and in small letters. */
export const spellingsOf = (search: string): string[] => [
  ...new Set([search, search.toUpperCase(), search.toLowerCase()]),
];

/** One of the columns begins with the text, in one of its spellings. */
export const beginsWith = (search: string, columns: PgColumn[]): SQL | undefined =>
  or(...columns.flatMap((column) => spellingsOf(search).map((text) => startingWith(column, text))));
