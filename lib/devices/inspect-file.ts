import type { Mapping, Meaning } from './column-mapping';
import { contentOf } from './content-of';
import { type Encoding, TextReader } from './decode';
import { EncodingDetector } from './detect-encoding';
import { type Recall, RowInspector } from './inspect-rows';
import type { Columns } from './parse-header';
import { RecordReader } from './read-records';
import { UnreadableFile } from './unreadable-file';

/** What is known of a file once all of it was seen. */
export interface Inspection {
  encoding: Encoding;
  columns: Columns;
  mapping: Mapping | null;
  rows: number;
}

/**
 * Looks at a CSV file as it comes in and keeps none of it. Throws UnreadableFile.
 *
 * The structure is read in the encoding the beginning looks like. Should the end decide for another, nothing changes:
 * separators, quotation marks and line ends are the same bytes in both.
 */
export class FileInspector {
  private readonly detector: EncodingDetector;
  private readonly text: TextReader;
  private readonly reader: RecordReader;
  private readonly inspector: RowInspector;

  /** `start` is the beginning of the file: the first MiB, or all of it. */
  constructor(start: Uint8Array, meaning?: Meaning, recall?: Recall) {
    if (start.length === 0) throw new UnreadableFile('unreadable', 'The file is empty. Choose a device list.');
    contentOf(start);
    this.reader = new RecordReader(meaning?.header);
    this.inspector = new RowInspector(meaning, recall);
    this.detector = new EncodingDetector(start);
    this.detector.push(start);
    this.text = new TextReader(this.detector.likely);
    this.look(this.text.push(start));
  }

  /** What follows the start. */
  push(bytes: Uint8Array): void {
    this.detector.push(bytes);
    this.look(this.text.push(bytes));
  }

  end(): Inspection {
    this.look(this.text.end());
    const last = this.reader.end();
    this.inspector.look(this.reader.header, last);
    const columns = this.inspector.end();
    return { encoding: this.detector.end(), columns, mapping: this.inspector.mapping, rows: this.inspector.rows };
  }

  private look(text: string): void {
    const records = this.reader.push(text);
    this.inspector.look(this.reader.header, records);
  }
}
