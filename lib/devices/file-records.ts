import type { Meaning } from './column-mapping';
import { contentOf } from './content-of';
import { type Encoding, TextReader } from './decode';
import { EncodingDetector } from './detect-encoding';
import { limits } from './limits';
import { type FileRecord, RecordCounter, RecordReader } from './read-records';
import { UnreadableFile } from './unreadable-file';

/** How a file is written: what a person would want to know before trusting how it was read. */
export type Source =
  | { kind: 'csv'; encoding: Encoding; delimiter: string }
  | { kind: 'xlsx'; sheet: string; sheets: number };

/** The next records of a file; `bytes` of it have been read. */
export interface FilePiece {
  header: string[] | null;
  records: FileRecord[];
  bytes: number;
  source: Source;
}

const start = 65_536;

/**
 * The records of a file as a browser holds it, whole or its beginning only. Throws UnreadableFile. The like of
 * `stored-rows.ts`, which reads what was uploaded.
 */
export async function* fileRecords(
  file: Blob,
  header: Meaning['header'],
  part: 'whole' | 'beginning' = 'whole',
): AsyncGenerator<FilePiece> {
  if (file.size === 0) throw new UnreadableFile('unreadable', 'The file is empty. Choose a device list.');
  const beginning = new Uint8Array(await file.slice(0, start).arrayBuffer());
  if (contentOf(beginning) === 'workbook') yield* workbookRecords(file, header);
  else yield* textRecords(part === 'whole' ? file : file.slice(0, 1 << 20), header, part);
}

async function* textRecords(
  file: Blob,
  header: Meaning['header'],
  part: 'whole' | 'beginning',
): AsyncGenerator<FilePiece> {
  const encoding = await encodingOf(file, part);
  const text = new TextReader(encoding);
  const reader = new RecordReader(header);
  let bytes = 0;
  const piece = (records: FileRecord[]): FilePiece => ({
    header: reader.header,
    records,
    bytes,
    source: { kind: 'csv', encoding, delimiter: reader.delimiter ?? ',' },
  });
  for await (const chunk of pieces(file)) {
    bytes += chunk.length;
    yield piece(reader.push(text.push(chunk)));
  }
  yield piece(reader.push(text.end()));
  // Where the beginning ends says nothing about how the file does.
  if (part === 'whole') yield piece(reader.end());
}

async function* workbookRecords(file: Blob, header: Meaning['header']): AsyncGenerator<FilePiece> {
  if (file.size > limits.workbook) {
    throw new UnreadableFile(
      'too_large',
      `An Excel workbook may have ${limits.workbook / 1024 ** 2} MiB. Save the device list as CSV (UTF-8) and choose that file.`,
    );
  }
  const counter = new RecordCounter(header);
  const { readWorkbook } = await import('./read-workbook');
  for await (const { sheet, sheets, rows } of readWorkbook(new Uint8Array(await file.arrayBuffer()))) {
    const records = rows.flatMap(({ line, cells }) => counter.take(line, cells, false) ?? []);
    yield { header: counter.header, records, bytes: file.size, source: { kind: 'xlsx', sheet, sheets } };
  }
}

async function encodingOf(file: Blob, part: 'whole' | 'beginning'): Promise<Encoding> {
  let detector: EncodingDetector | null = null;
  for await (const chunk of pieces(file)) {
    detector ??= new EncodingDetector(chunk);
    detector.push(chunk);
    if (detector.likely !== 'utf-8') break;
  }
  return (part === 'whole' ? detector?.end() : detector?.likely) ?? 'utf-8';
}

/** Of 64 KiB or more: the start has all of a byte order mark in it. */
async function* pieces(file: Blob): AsyncGenerator<Uint8Array> {
  const size = 1 << 18;
  for (let at = 0; at < file.size; at += size) yield new Uint8Array(await file.slice(at, at + size).arrayBuffer());
}
