import type { Meaning } from './column-mapping';
import { type FileRecord, RecordCounter } from './read-records';
import type { SheetRow } from './scan-sheet';

/** A sheet's row as it is kept: one line, its number in front. */
export const sheetLine = ({ line, cells }: SheetRow): string => `${JSON.stringify([line, ...cells])}\n`;

/** Reads records out of such lines, in pieces cut anywhere; the like of RecordReader. */
export class SheetReader {
  private readonly counter: RecordCounter;
  private rest = '';

  constructor(header: Meaning['header'] = 'first', blanks?: 'left_out' | 'kept') {
    this.counter = new RecordCounter(header, blanks);
  }

  get header(): string[] | null {
    return this.counter.header;
  }

  push(text: string): FileRecord[] {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => {
      const [number, ...cells] = JSON.parse(line) as [number, ...string[]];
      return this.counter.take(number, cells, false) ?? [];
    });
  }

  /** Every line ends with a line break. */
  end(): FileRecord[] {
    return [];
  }
}
