import { csvLine } from './escape-cell';

/**
 * A list as RFC 4180 text in UTF-8 with a byte order mark (spreadsheets take it for something else without), piece by piece as
 * `next` reads it: what follows the last row it gave, nothing at the end. The first piece is read before this resolves, so
 * that a refusal is an error and not half a file.
 */
export async function csvStream<Row>(
  header: readonly string[],
  cells: (row: Row) => string[],
  next: (last: Row | undefined) => Promise<Row[]>,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let rows = await next(undefined);
  let opening = `\ufeff${csvLine(header)}`;
  return new ReadableStream({
    async pull(controller) {
      controller.enqueue(encoder.encode(opening + rows.map((row) => csvLine(cells(row))).join('')));
      opening = '';
      const last = rows.at(-1);
      rows = last ? await next(last) : [];
      if (rows.length === 0) controller.close();
    },
  });
}
