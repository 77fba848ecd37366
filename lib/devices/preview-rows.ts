import type { FileRecord } from './read-records';
import type { RowFault } from './row-codes';

/** A row of a preview that is worth looking at. */
export interface PreviewRow {
  row: number;
  line: number;
  cells: string[];
  fault: RowFault | null;
  notices: readonly string[];
  /** `unchanged`: this customer has the device already. */
  status: 'good' | 'unchanged' | 'rejected' | 'dropped';
  edited: boolean;
}

/** Rows by what would become of them. `unchecked` are among `good`: the server was not asked about them. */
export interface PreviewCounts {
  total: number;
  good: number;
  unchanged: number;
  rejected: number;
  dropped: number;
  unchecked: number;
}

/** What a person changed, by row number. */
export class Edits {
  private readonly cells = new Map<number, string[]>();
  private readonly dropped = new Set<number>();

  get any(): boolean {
    return this.cells.size > 0 || this.dropped.size > 0;
  }

  /** The record as it would be sent; null for one that would not. */
  apply(record: FileRecord): FileRecord | null {
    if (this.dropped.has(record.row)) return null;
    const cells = this.cells.get(record.row);
    return cells ? { ...record, cells, brokenQuotes: false } : record;
  }

  has(row: number): boolean {
    return this.cells.has(row);
  }

  change(row: number, cells: string[]): void {
    this.cells.set(row, cells);
  }

  drop(row: number, dropped: boolean): void {
    if (dropped) this.dropped.add(row);
    else this.dropped.delete(row);
  }
}
