import type { Mapping, Meaning } from './column-mapping';
import { fileRecords, type Source } from './file-records';
import { guessColumns, looksLikeDevice } from './guess-columns';
import { parsedOr } from './inspect-rows';
import { limits } from './limits';
import { mapColumns, parseHeader, suspects } from './parse-header';
import type { FileRecord } from './read-records';
import { readRow } from './row-rules';
import { UnreadableFile } from './unreadable-file';

/** What a person is shown who says what columns mean. */
export interface ColumnQuestion {
  /** Why they have to be asked; null where the columns are understood. */
  why: 'unknown_header' | 'no_header' | null;
  /** The first line that is not blank. */
  first: string[];
  /** The first rows below it, cell by cell. */
  rows: string[][];
  /** The best guess, or what is understood: with that line as header, and with it as a device. */
  guess: Record<Meaning['header'], Mapping>;
}

export interface ColumnPlan {
  /** How to read the file; a guess where the question has a reason. */
  meaning: Meaning;
  question: ColumnQuestion;
  source: Source;
}

const sampled = 100;
const shown = 3;

type AsyncRecall = (headers: string[]) => Promise<Mapping | null>;

/** Looks at the beginning of a file and decides whether its columns are understood. Throws UnreadableFile. */
export async function planColumns(file: Blob, recall: AsyncRecall): Promise<ColumnPlan> {
  const { first, records, source } = await beginning(file);
  // Refused for good: nobody is asked about a million columns.
  if (first.findLastIndex((cell) => cell.trim() !== '') >= limits.columns) parseHeader(first);
  const rows = records.map(({ cells }) => cells.slice(0, limits.columns));
  const guess = { first: guessColumns(first, rows), none: guessColumns([], [first, ...rows]) };
  const plan = (why: ColumnQuestion['why'], meaning: Meaning, known = guess): ColumnPlan => ({
    meaning,
    question: { why, first, rows: rows.slice(0, shown), guess: known },
    source,
  });
  if (looksLikeDevice(first)) return plan('no_header', { mapping: guess.none, header: 'none' });
  const known = await understood(first, records, recall);
  if (!known) return plan('unknown_header', { mapping: guess.first, header: 'first' });
  return plan(null, { mapping: known.mapping, header: 'first' }, { ...guess, first: known.fields });
}

/** What the header means by itself or by what was said of it before; null when a person has to say it. */
async function understood(
  first: string[],
  records: FileRecord[],
  recall: AsyncRecall,
): Promise<{ mapping: Mapping | null; fields: Mapping } | null> {
  try {
    const said = await recall(first);
    const parsed = parsedOr(first, () => said);
    const mapping = Array.isArray(parsed) ? parsed : null;
    const columns = Array.isArray(parsed) ? mapColumns(first, parsed) : parsed;
    const { serial, productKey, hash } = columns.at;
    if (serial === undefined && productKey === undefined && hash === undefined) return null;
    const strange = !mapping && suspects(columns).length > 0;
    if (strange && records.length > 0 && records.every((record) => !readRow(columns, record).device)) return null;
    const fields = columns.headers.map((_, at) => {
      const found = Object.entries(columns.at).find(([, position]) => position === at);
      return (found?.[0] ?? null) as Mapping[number];
    });
    return { mapping, fields };
  } catch (error) {
    // Two columns of one meaning are a question too; more columns than may be are not.
    if (error instanceof UnreadableFile && error.code === 'unreadable') return null;
    throw error;
  }
}

async function beginning(file: Blob): Promise<{ first: string[]; records: FileRecord[]; source: Source }> {
  let first: string[] | null = null;
  let source: Source | null = null;
  const records: FileRecord[] = [];
  for await (const piece of fileRecords(file, 'first', 'beginning')) {
    first = piece.header;
    source = piece.source;
    records.push(...piece.records.slice(0, sampled - records.length));
    if (records.length >= sampled) break;
  }
  if (!first || !source) {
    // A file of one line without its end, or of blank ones: only the whole of it tells.
    for await (const piece of fileRecords(file, 'first')) {
      first = piece.header;
      source = piece.source;
      if (first) break;
    }
  }
  if (!first || !source) {
    throw new UnreadableFile('unreadable', 'The file has no rows below its header. Add one line for each device.');
  }
  return { first, records, source };
}
