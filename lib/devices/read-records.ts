import Papa from 'papaparse';
import type { Meaning } from './column-mapping';
import { limits } from './limits';
import { UnreadableFile } from './unreadable-file';

/** One row of a device file that is not blank. */
export interface FileRecord {
  /** Counts records from 1; header and blank rows are none. */
  row: number;
  /** The physical line the record begins on, from 1. */
  line: number;
  cells: string[];
  /** A quotation mark in it does not pair up, so where its cells end is a guess. */
  brokenQuotes: boolean;
}

interface Parsed {
  data: string[][];
  errors: { code: string; row: number }[];
  meta: { cursor: number };
}

const delimiters = [',', ';', '\t', '|'];

/** The separator that occurs most often in the header line, outside quotation marks. */
export function delimiterOf(headerLine: string): string {
  const bare = headerLine.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return delimiters.reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best));
}

const isBlank = (cells: string[]): boolean => cells.every((cell) => cell === '' || cell.trim() === '');

/** Makes records of lines in order: the first that is not blank is the header, where the file has one. */
export class RecordCounter {
  /** Empty for a file without one; null while it has not come. */
  header: string[] | null;
  private row = 0;

  constructor(
    header: Meaning['header'],
    private readonly blanks: 'left_out' | 'kept' = 'left_out',
  ) {
    this.header = header === 'none' ? [] : null;
  }

  /** Null for the header, and for what is blank where blank rows are left out. */
  take(line: number, cells: string[], brokenQuotes: boolean): FileRecord | null {
    if (this.blanks === 'left_out' && isBlank(cells)) return null;
    if (this.header) return { row: ++this.row, line, cells, brokenQuotes };
    this.header = cells;
    return null;
  }
}

function newlinesIn(cells: string[]): number {
  let found = 0;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) found++;
  return found;
}

/**
 * Reads records out of text that comes in pieces cut anywhere, lines ending in \n. The first line that is not blank
 * decides the delimiter once, and is the header where the file has one. Throws UnreadableFile when a quotation mark is never closed.
 */
export class RecordReader {
  private readonly counter: RecordCounter;
  private parser: Papa.Parser | null = null;
  private rest = '';
  private line = 1;
  private decided: string | null = null;

  constructor(header: Meaning['header'] = 'first') {
    this.counter = new RecordCounter(header);
  }

  get header(): string[] | null {
    return this.counter.header;
  }

  /** Decided by the first line; null before it was seen. */
  get delimiter(): string | null {
    return this.decided;
  }

  push(text: string): FileRecord[] {
    return this.take(this.rest + text, true);
  }

  end(): FileRecord[] {
    return this.take(this.rest, false);
  }

  private take(given: string, more: boolean): FileRecord[] {
    const text = this.parser ? given : this.skipBlankLines(given);
    this.parser ??= this.openParser(text, more);
    if (!this.parser) return this.keep(text, more);
    const { data, errors, meta } = this.parser.parse(text, 0, more) as Parsed;
    const unclosed = !more && errors.some((error) => error.code === 'MissingQuotes') ? data.length - 1 : -1;
    const broken = new Set(errors.filter((error) => error.code === 'InvalidQuotes').map((error) => error.row));
    const quoted = text.includes('"');
    const records: FileRecord[] = [];
    for (const [at, cells] of data.entries()) {
      if (at === unclosed) this.neverEnds();
      const line = this.line;
      this.line += 1 + (quoted ? newlinesIn(cells) : 0);
      const record = this.counter.take(line, cells, broken.has(at));
      if (record) records.push(record);
    }
    this.keep(more ? text.slice(meta.cursor) : '', more);
    return records;
  }

  private skipBlankLines(text: string): string {
    const blank = /^(?:[^\S\n]*\n)+/.exec(text)?.[0] ?? '';
    this.line += blank.length === 0 ? 0 : blank.split('\n').length - 1;
    return text.slice(blank.length);
  }

  /** Null while the header line has not come to its end. */
  private openParser(text: string, more: boolean): Papa.Parser | null {
    const end = text.indexOf('\n');
    if (more && end === -1) return null;
    this.decided = delimiterOf(end === -1 ? text : text.slice(0, end));
    return new Papa.Parser({ delimiter: this.decided, newline: '\n' });
  }

  private keep(rest: string, more: boolean): FileRecord[] {
    this.rest = rest;
    if (more && rest.length > limits.record) this.tooLong(rest.includes('"'));
    return [];
  }

  private neverEnds(): never {
    throw new UnreadableFile(
      'unreadable',
      `The row that begins in line ${this.line} does not end: a quotation mark is opened and not closed. Close or remove it and choose the file again.`,
    );
  }

  private tooLong(quoted: boolean): never {
    throw new UnreadableFile(
      'unreadable',
      `The row that begins in line ${this.line} is longer than any row may be. ${quoted ? 'Check whether a quotation mark in it is opened and not closed.' : 'Check that this is a device list with one device in each line.'}`,
    );
  }
}
