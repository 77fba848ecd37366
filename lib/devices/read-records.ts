import Papa from 'papaparse';
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

function newlinesIn(cells: string[]): number {
  let found = 0;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) found++;
  return found;
}

/**
 * Reads records out of text that comes in pieces cut anywhere, lines ending in \n. The first record that is not blank is
 * the header and decides the delimiter once. Throws UnreadableFile when a quotation mark is never closed.
 */
export class RecordReader {
  header: string[] | null = null;
  private parser: Papa.Parser | null = null;
  private rest = '';
  private line = 1;
  private row = 0;

  push(text: string): FileRecord[] {
    return this.take(this.rest + text, true);
  }

  end(): FileRecord[] {
    return this.take(this.rest, false);
  }

  private take(given: string, more: boolean): FileRecord[] {
    const text = this.header ? given : this.skipBlankLines(given);
    this.parser ??= this.openParser(text, more);
    if (!this.parser) return this.keep(text, more);
    const { data, errors, meta } = this.parser.parse(text, 0, more) as Parsed;
    const unclosed = !more && errors.some((error) => error.code === 'MissingQuotes') ? data.length - 1 : -1;
    const broken = new Set(errors.filter((error) => error.code === 'InvalidQuotes').map((error) => error.row));
    const quoted = text.includes('"');
    const records: FileRecord[] = [];
    for (const [at, cells] of data.entries()) {
      if (at === unclosed) this.neverEnds(true);
      const line = this.line;
      this.line += 1 + (quoted ? newlinesIn(cells) : 0);
      if (isBlank(cells)) continue;
      if (!this.header) this.header = cells;
      else records.push({ row: ++this.row, line, cells, brokenQuotes: broken.has(at) });
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
    return new Papa.Parser({ delimiter: delimiterOf(end === -1 ? text : text.slice(0, end)), newline: '\n' });
  }

  private keep(rest: string, more: boolean): FileRecord[] {
    this.rest = rest;
    if (more && rest.length > limits.record) this.neverEnds(rest.includes('"'));
    return [];
  }

  private neverEnds(quoted: boolean): never {
    throw new UnreadableFile(
      'unreadable',
      quoted
        ? `The row that begins in line ${this.line} does not end: a quotation mark is opened and not closed. Close or remove it and choose the file again.`
        : `The row that begins in line ${this.line} is longer than any row may be. Check that this is a device list with one device in each line.`,
    );
  }
}
