import { limits } from './limits';
import { attribute, XmlScanner } from './scan-xml';
import { type NumberFormat, numberText, plainText } from './sheet-cell';
import { damaged } from './unzip';

/** One row of a sheet that is not empty; `line` is its number there, from 1. */
export interface SheetRow {
  line: number;
  cells: string[];
}

/** What the cells of a workbook refer to. */
export interface WorkbookParts {
  strings: string[];
  /** By a cell's style. */
  formats: NumberFormat[];
  from1904: boolean;
}

/** `BC12` is column 54, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Reads the rows of a sheet out of its XML, in pieces cut anywhere. Throws UnreadableFile. */
export class SheetScanner {
  private readonly scanner: XmlScanner;
  private rows: SheetRow[] = [];
  private row: SheetRow | null = null;
  private line = 0;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private listening = false;
  private phonetic = false;

  constructor(private readonly parts: WorkbookParts) {
    this.scanner = new XmlScanner({
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (text) => {
        if (this.listening) this.value += text;
      },
    });
  }

  push(piece: string): SheetRow[] {
    this.scanner.push(piece);
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private open(name: string, attributes: string): void {
    if (name === 'row') {
      this.line = Number(attribute(attributes, 'r') ?? this.line + 1);
      if (!Number.isInteger(this.line)) throw damaged();
      this.row = { line: this.line, cells: [] };
      this.column = -1;
    } else if (name === 'c') {
      const reference = attribute(attributes, 'r');
      this.column = reference ? columnOf(reference) : this.column + 1;
      this.type = attribute(attributes, 't') ?? 'n';
      this.style = Number(attribute(attributes, 's') ?? 0);
      this.value = '';
    } else if (name === 'rPh') this.phonetic = true;
    else if (name === 'v' || name === 't') this.listening = !this.phonetic;
  }

  private close(name: string): void {
    if (name === 'v' || name === 't') this.listening = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.keepCell();
    else if (name === 'row' && this.row) {
      if (this.row.cells.length > 0) this.rows.push(this.row);
      this.row = null;
    }
  }

  private keepCell(): void {
    const { row, value } = this;
    if (!row || value === '') return;
    if (this.column < 0) throw damaged();
    // Whatever stands further to the right makes one column too many.
    const at = Math.min(this.column, limits.columns);
    while (row.cells.length < at) row.cells.push('');
    row.cells[at] = this.shown(value);
  }

  private shown(value: string): string {
    const { strings, formats, from1904 } = this.parts;
    switch (this.type) {
      case 's': {
        const text = strings[Number(value)];
        if (text === undefined) throw damaged();
        return text;
      }
      case 'n':
        return numberText(value, formats[this.style] ?? null, from1904);
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      default:
        return plainText(value);
    }
  }
}
