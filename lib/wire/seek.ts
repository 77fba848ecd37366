import { z } from 'zod';
import { readToken, writeToken } from './collection';
import type { listQuery } from './list-query';
import { codes, WireError } from './wire-error';

/** How many a page has where nobody says. */
const usualSize = 100;

/** The same as the input of a query. */
export const seekInput = <Schema extends z.ZodType>(place: Schema) =>
  z.object({
    size: z.int().min(1).max(500),
    after: place.optional(),
    before: place.optional(),
    from: z.enum(['start', 'end']).optional(),
    skip: z.int().nonnegative().optional(),
  });

/** The part of a list that is asked for: so many after or before a place, from an end, or past so many. */
export interface Seek<Position> {
  size: number;
  after?: Position | undefined;
  before?: Position | undefined;
  from?: 'start' | 'end' | undefined;
  skip?: number | undefined;
}

type Asked = Pick<z.output<typeof listQuery>, 'size' | 'seekOperation' | 'index'>;

/**
 * What `size`, `seekOperation`, `index` and the continuation token of a page say together. A page that is named by its number is
 * counted; every other one is sought from the rows of the page before, so that a list which changes meanwhile neither skips nor
 * doubles what stays. `usual` is the size where none is said: of a list that clients read without pages, all of it.
 */
export function readSeek<Schema extends z.ZodType>(
  place: Schema,
  { size: given, seekOperation, index }: Asked,
  headers: Headers,
  usual = usualSize,
): Seek<z.output<Schema>> {
  const size = given || usual;
  if (seekOperation === 'first') return { size };
  if (seekOperation === 'last') return { size, from: 'end' };
  if (seekOperation === 'pageindex') return { size, skip: ((index ?? 1) - 1) * size };
  const token = readToken(headers.get('MS-ContinuationToken'));
  if (!token) return { size };
  const [first, last] = [place.safeParse(token.first), place.safeParse(token.last)];
  if (!first.success || !last.success)
    throw new WireError(400, codes.invalidInput, 'MS-ContinuationToken belongs to another list.');
  return seekOperation === 'previous' ? { size, before: first.data } : { size, after: last.data };
}

export interface Page<Row> {
  rows: Row[];
  hasNext: boolean;
  hasPrevious: boolean;
}

/** What to send for the pages beside this one: the same for both ways, or null where there is nothing. */
export function tokensOf<Row>({ rows, hasNext, hasPrevious }: Page<Row>, placeOf: (row: Row) => object) {
  const [first, last] = [rows[0], rows.at(-1)];
  const token = first && last ? writeToken({ first: placeOf(first), last: placeOf(last) }) : null;
  return { next: hasNext ? token : null, previous: hasPrevious ? token : null };
}

/** A part of a list as whoever has the list is asked for it. */
export interface Part<Position> {
  /** From the end on, or from a place back: the rows come in the opposite order. */
  backwards: boolean;
  beside: Position | undefined;
  limit: number;
  skip: number;
}

/** Texts in the order in which SQL compares them. */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** One page of a list; the one row more that is fetched says whether there is another. */
export async function seekPage<Row, Position>(
  { size, after, before, from, skip = 0 }: Seek<Position>,
  fetch: (part: Part<Position>) => Promise<Row[]>,
): Promise<Page<Row>> {
  const backwards = before !== undefined || from === 'end';
  const found = await fetch({ backwards, beside: before ?? after, limit: size + 1, skip });
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  return {
    rows,
    hasNext: backwards ? before !== undefined : more,
    hasPrevious: backwards ? more : after !== undefined || skip > 0,
  };
}

/** The same of a list that is read whole, in the order of its places: databases compare texts each in their own way. */
export const seekAmong = <Row, Position>(
  rows: readonly Row[],
  seek: Seek<Position>,
  placeOf: (row: Row) => Position,
  compare: (a: Position, b: Position) => number,
): Promise<Page<Row>> =>
  seekPage(seek, async ({ backwards, beside, limit, skip }) => {
    const way = backwards ? -1 : 1;
    const ordered = rows.toSorted((a, b) => compare(placeOf(a), placeOf(b)) * way);
    const isBeyond = (row: Row, place: Position) => compare(placeOf(row), place) * way > 0;
    const rest = beside === undefined ? ordered : ordered.filter((row) => isBeyond(row, beside));
    return rest.slice(skip, skip + limit);
  });
