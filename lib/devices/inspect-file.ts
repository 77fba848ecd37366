import { type Encoding, TextReader } from './decode';
import { EncodingDetector } from './detect-encoding';
import { limits } from './limits';
import { type Columns, parseHeader, suspects, unmatchedHeader } from './parse-header';
import { type FileRecord, RecordReader } from './read-records';
import { refuseContent } from './refuse-content';
import { readRow } from './row-rules';
import { UnreadableFile } from './unreadable-file';

/** What is known of a file once all of it was seen. */
export interface Inspection {
  encoding: Encoding;
  columns: Columns;
  rows: number;
}

/** Records looked at before a file is taken. */
const sampled = 100;

/**
 * Looks at a file as it comes in, so that one which can never become devices is refused while its sender still waits, and
 * one row too many as well. Keeps none of it. Throws UnreadableFile.
 *
 * The structure is read in the encoding the beginning looks like. Should the end decide for another, nothing changes:
 * separators, quotation marks and line ends are the same bytes in both.
 */
export class FileInspector {
  private readonly detector: EncodingDetector;
  private readonly text: TextReader;
  private readonly reader = new RecordReader();
  private columns: Columns | null = null;
  private rows = 0;
  private identified = false;
  private sampling = true;

  /** `start` is the beginning of the file: the first MiB, or all of it. */
  constructor(start: Uint8Array) {
    if (start.length === 0) throw new UnreadableFile('unreadable', 'The file is empty. Choose a device list.');
    refuseContent(start);
    this.detector = new EncodingDetector(start);
    this.detector.push(start);
    this.text = new TextReader(this.detector.likely);
    this.look(this.reader.push(this.text.push(start)));
  }

  /** What follows the start. */
  push(bytes: Uint8Array): void {
    this.detector.push(bytes);
    this.look(this.reader.push(this.text.push(bytes)));
  }

  end(): Inspection {
    this.look(this.reader.push(this.text.end()));
    this.look(this.reader.end());
    if (!this.columns || this.rows === 0) {
      throw new UnreadableFile('unreadable', 'The file has no rows below its header. Add one line for each device.');
    }
    if (this.sampling) this.refuseUnmatched(this.columns);
    return { encoding: this.detector.end(), columns: this.columns, rows: this.rows };
  }

  private look(records: FileRecord[]): void {
    if (!this.columns && this.reader.header) {
      this.columns = parseHeader(this.reader.header);
      const { serial, productKey, hash } = this.columns.at;
      if (serial === undefined && productKey === undefined && hash === undefined) throw unmatchedHeader(this.columns);
    }
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

  /** Not one row names a device, and a header nobody understood: that header is why. */
  private refuseUnmatched(columns: Columns): void {
    this.sampling = false;
    if (suspects(columns).length > 0) throw unmatchedHeader(columns);
  }
}
