import { byHeader, type Mapping, type Meaning } from './column-mapping';
import { looksLikeDevice } from './guess-columns';
import { limits } from './limits';
import { type Columns, mapColumns, parseHeader, suspects, unmatchedHeader, unnamedColumns } from './parse-header';
import type { FileRecord } from './read-records';
import { readRow } from './row-rules';
import { UnreadableFile } from './unreadable-file';

/** What this partner said earlier about a file with these headers, or null. */
export type Recall = (headers: string[]) => Mapping | null;

/** Records looked at before a file is taken. */
const sampled = 100;

/** The columns of a file, once its header has come: what somebody said, else what the header says. Throws UnreadableFile. */
export function understandColumns(header: string[], meaning: Meaning): Columns {
  if (meaning.header === 'none') {
    if (meaning.mapping) return unnamedColumns(meaning.mapping);
    throw new UnreadableFile('unreadable', 'Say what the columns of a file without a header mean.');
  }
  return meaning.mapping ? mapColumns(header, meaning.mapping) : parseHeader(header);
}

/**
 * Looks at the records of a file as they come, so that one which can never become devices is refused at once, and one row
 * too many as well. Keeps none of it.
 */
export class RowInspector {
  columns: Columns | null = null;
  /** What the columns were read by, where the header alone did not say it. */
  mapping: Mapping | null;
  rows = 0;
  private identified = false;
  private sampling = true;

  constructor(
    private readonly meaning: Meaning = byHeader,
    private readonly recall: Recall = () => null,
  ) {
    this.mapping = meaning.mapping;
  }

  look(header: string[] | null, records: FileRecord[]): void {
    if (!this.columns && header) this.columns = this.understand(header);
    this.rows += records.length;
    if (this.rows > limits.rows) {
      throw new UnreadableFile(
        'too_large',
        `The file has more than ${limits.rows.toLocaleString('en-US')} rows. Split it and upload the parts.`,
      );
    }
    const { columns } = this;
    if (!columns || !this.sampling) return;
    for (const record of records) {
      this.identified ||= readRow(columns, record).device !== null;
      if (this.identified || record.row >= sampled) break;
    }
    if (this.identified) this.sampling = false;
    else if (this.rows >= sampled) this.refuseUnmatched(columns);
  }

  /** The file is over. */
  end(): Columns {
    if (!this.columns || this.rows === 0) {
      throw new UnreadableFile('unreadable', 'The file has no rows below its header. Add one line for each device.');
    }
    if (this.sampling) this.refuseUnmatched(this.columns);
    return this.columns;
  }

  private understand(header: string[]): Columns {
    if (this.meaning.mapping || this.meaning.header === 'none') return understandColumns(header, this.meaning);
    if (looksLikeDevice(header)) throw noHeader();
    const columns = parsedOr(header, () => this.recall(header));
    if (Array.isArray(columns)) {
      this.mapping = columns;
      return mapColumns(header, columns);
    }
    const { serial, productKey, hash } = columns.at;
    if (serial === undefined && productKey === undefined && hash === undefined) throw unmatchedHeader(columns);
    return columns;
  }

  /** Not one row names a device, and a header nobody understood: that header is why. */
  private refuseUnmatched(columns: Columns): void {
    this.sampling = false;
    if (!this.mapping && suspects(columns).length > 0) throw unmatchedHeader(columns);
  }
}

/** What a header means by itself, or, where that is not all of it, what was said of it before. */
export function parsedOr(header: string[], recall: () => Mapping | null): Columns | Mapping {
  let columns: Columns;
  try {
    columns = parseHeader(header);
  } catch (error) {
    // Two columns of one meaning were told apart by somebody; too many stay too many.
    const mapping = error instanceof UnreadableFile && error.code === 'unreadable' ? recall() : null;
    if (mapping) return mapping;
    throw error;
  }
  return (columns.ignored.length > 0 ? recall() : null) ?? columns;
}

const noHeader = () =>
  new UnreadableFile(
    'unreadable',
    'It looks as if this file has no header: its first line describes a device. Put a line with the names of the columns above it, or say what the columns mean.',
  );
