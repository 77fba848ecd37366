import { csvLine } from './escape-cell';
import type { FileRecord } from './read-records';
import type { RowResult } from './row-results';

/** A byte order mark, without which spreadsheets read UTF-8 as Windows-1252. */
const mark = '\ufeff';
/** Characters handed on at a time. */
const piece = 1 << 15;

/**
 * The rejected rows of an upload as a file that can be mended and uploaded again: the columns as they came, then Reason and
 * Code. Cells beyond the header come last, so that none is lost and the row is refused again until it is mended.
 */
export async function* rejectedCsv(
  headers: string[],
  records: AsyncIterable<FileRecord>,
  rejected: AsyncIterable<RowResult>,
): AsyncGenerator<string> {
  let text = mark + csvLine([...headers, 'Reason', 'Code']);
  const results = rejected[Symbol.asyncIterator]();
  let next = await results.next();
  for await (const { row, cells } of records) {
    if (next.done) break;
    if (next.value.row !== row) continue;
    const columns = headers.map((_, at) => cells[at] ?? '');
    text += csvLine([...columns, next.value.message ?? '', next.value.code ?? '', ...cells.slice(headers.length)]);
    next = await results.next();
    if (text.length < piece) continue;
    yield text;
    text = '';
  }
  yield text;
}
