import { setImmediate } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { uploadParts } from '@/db/schema';
import type { Mapping, Meaning } from './column-mapping';
import { type Encoding, TextReader } from './decode';
import { type EvaluatedRow, RowEvaluator } from './evaluate-rows';
import { understandColumns } from './inspect-rows';
import type { Columns } from './parse-header';
import { type FileRecord, RecordReader } from './read-records';
import { SheetReader } from './sheet-lines';
import { UnreadableFile } from './unreadable-file';

/** Bytes read before others get their turn: about three milliseconds. */
const glance = 1 << 17;

interface StoredFile {
  id: string;
  encoding: Encoding | null;
  format: 'xlsx' | 'api' | null;
  header: 'none' | null;
  mapping: (string | null)[] | null;
  groupTag: string | null;
  orderNumber: string | null;
  /** Rows, as counted when the file was received. */
  total: number;
}

/** The records of a stored upload in file order, with its columns, in pieces; always the same ones. */
export async function* storedRecords(upload: StoredFile): AsyncGenerator<{ columns: Columns; records: FileRecord[] }> {
  const text = new TextReader(upload.encoding ?? 'utf-8');
  const meaning: Meaning = { mapping: upload.mapping as Mapping | null, header: upload.header ?? 'first' };
  const reader = readerOf(upload.format, meaning.header);
  let columns: Columns | null = null;
  const withColumns = (records: FileRecord[]) => {
    if (!columns && reader.header) columns = understandColumns(reader.header, meaning);
    return columns && records.length > 0 ? [{ columns, records }] : [];
  };
  for (let part = 0; ; part++) {
    const [found] = await db
      .select({ content: uploadParts.content })
      .from(uploadParts)
      .where(and(eq(uploadParts.uploadId, upload.id), eq(uploadParts.part, part)));
    if (!found) {
      if (part === 0) throw new UnreadableFile('unreadable', 'The file is no longer stored.');
      break;
    }
    for (let at = 0; at < found.content.length; at += glance) {
      yield* withColumns(reader.push(text.push(found.content.subarray(at, at + glance))));
      await setImmediate();
    }
  }
  yield* withColumns(reader.push(text.end()));
  yield* withColumns(reader.end());
}

function readerOf(format: StoredFile['format'], header: Meaning['header']): SheetReader | RecordReader {
  if (format === null) return new RecordReader(header);
  // Every device of an API call is told its result, at its place, also one that says nothing.
  return new SheetReader(header, format === 'api' ? 'kept' : 'left_out');
}

/** The evaluated rows of a stored upload in file order, `size` at a time and fewer at the end. */
export async function* evaluatedChunks(
  upload: StoredFile,
  size: number,
): AsyncGenerator<{ columns: Columns; rows: EvaluatedRow[] }> {
  let evaluator: RowEvaluator | null = null;
  let rows: EvaluatedRow[] = [];
  for await (const { columns, records } of storedRecords(upload)) {
    evaluator ??= new RowEvaluator(columns, upload, upload.total);
    for (const record of records) {
      rows.push(evaluator.evaluate(record));
      if (rows.length < size) continue;
      yield { columns, rows };
      rows = [];
    }
  }
  if (evaluator && rows.length > 0) yield { columns: evaluator.columns, rows };
}
