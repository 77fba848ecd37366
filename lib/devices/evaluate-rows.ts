import { type Columns, columnName } from './parse-header';
import type { FileRecord } from './read-records';
import type { RowFault } from './row-codes';
import { type RowDevice, readRow } from './row-rules';
import { type Earlier, SeenRows } from './seen-rows';

/** A row as far as its file alone can tell: a device to register, or a fault. */
export interface EvaluatedRow {
  row: number;
  line: number;
  cells: string[];
  notices: readonly string[];
  device: RowDevice | null;
  fault: RowFault | null;
}

/** For devices whose own cell is empty. */
type ForAll = Pick<RowDevice, 'groupTag' | 'orderNumber'>;

const fieldWords = { productKey: 'product key', serial: 'serial number', hash: 'hardware hash' } as const;

/** Evaluates the rows of one file in order, remembering what it has seen: two readings of one file give the same. */
export class RowEvaluator {
  private readonly seen: SeenRows;

  /** `expected` rows are made room for at once. */
  constructor(
    readonly columns: Columns,
    private readonly forAll: ForAll = { groupTag: null, orderNumber: null },
    expected = 0,
  ) {
    this.seen = new SeenRows(expected);
  }

  evaluate(record: FileRecord): EvaluatedRow {
    const { row, line, cells } = record;
    const { device, fault, notices } = readRow(this.columns, record);
    if (!device) return { row, line, cells, notices, device: null, fault };
    device.groupTag ??= this.forAll.groupTag;
    device.orderNumber ??= this.forAll.orderNumber;
    const earlier = this.seen.add(device, row);
    if (earlier.length === 0) return { row, line, cells, notices, device, fault: null };
    return { row, line, cells, notices, device: null, fault: this.repetition(earlier) };
  }

  private repetition([first, ...more]: readonly Earlier[]): RowFault | null {
    if (!first) return null;
    const column = columnName(this.columns, first.by);
    const other = more.find((earlier) => earlier.row !== first.row);
    if (other) {
      return {
        code: 'identity_mismatch',
        column,
        message: `The ${fieldWords[first.by]} is that of row ${first.row} and the ${fieldWords[other.by]} that of row ${other.row}, which are different devices. Correct one of them.`,
      };
    }
    return {
      code: 'duplicate_in_file',
      column,
      message: `Row ${first.row} has the same ${fieldWords[first.by]} and was taken. Remove this row, or correct it if it is another device.`,
    };
  }
}
