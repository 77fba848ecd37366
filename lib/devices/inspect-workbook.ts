import type { Meaning } from './column-mapping';
import type { Inspection } from './inspect-file';
import { type Recall, RowInspector } from './inspect-rows';
import { RecordCounter } from './read-records';
import { readWorkbook } from './read-workbook';
import { sheetLine } from './sheet-lines';

/**
 * Looks at a workbook like FileInspector at a CSV file, and hands its rows on as the lines they are kept in. Returns what is
 * known of it at the end. Throws UnreadableFile.
 */
export async function* inspectWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  meaning: Meaning,
  recall: Recall,
): AsyncGenerator<string, Inspection> {
  const counter = new RecordCounter(meaning.header);
  const inspector = new RowInspector(meaning, recall);
  for await (const { rows } of readWorkbook(bytes)) {
    const records = rows.flatMap(({ line, cells }) => counter.take(line, cells, false) ?? []);
    inspector.look(counter.header, records);
    yield rows.map(sheetLine).join('');
  }
  return { encoding: 'utf-8', columns: inspector.end(), mapping: inspector.mapping, rows: inspector.rows };
}
