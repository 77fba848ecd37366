import type { EvaluatedRow } from './evaluate-rows';
import type { Columns } from './parse-header';
import { type RowCode, type RowFault, rowCodes } from './row-codes';

export const rowStatuses = ['registered', 'unchanged', 'rejected'] as const;
export type RowStatus = (typeof rowStatuses)[number];

/** What one row of an upload was told (CSV.md), with its identifiers as the file has them; a hash is too long to repeat. */
export interface RowResult {
  /** Record number, from 1. */
  row: number;
  /** Physical line, from 1; the header is one. */
  line: number;
  serialNumber: string;
  manufacturer: string;
  model: string;
  productKey: string;
  hasHash: boolean;
  status: RowStatus;
  /** Null for a row that was registered. */
  code: RowCode | null;
  column: string | null;
  message: string | null;
  retryable: boolean;
  notices: readonly string[];
}

type Packed = [
  row: number,
  line: number,
  status: number,
  serialNumber: string,
  manufacturer: string,
  model: string,
  productKey: string,
  hasHash: 0 | 1,
  code?: RowCode | null,
  column?: string | null,
  /** Left out where it is the code's own sentence. */
  message?: string | null,
  notices?: readonly string[],
];

/** A row and what it is told. */
export interface Told {
  row: EvaluatedRow;
  status: RowStatus;
  fault: RowFault | null;
}

/** Longer identifiers are shown by their beginning; the whole is in the person's file. */
const shown = 200;

/** Results of consecutive rows as one text, about 80 bytes a row. */
export function packResults(rows: Told[], { at }: Columns): string {
  return JSON.stringify(
    rows.map(({ row: { row, line, cells, notices }, status, fault }): Packed => {
      const cell = (position: number | undefined) => {
        const value = position === undefined ? '' : (cells[position] ?? '');
        return value.length > shown ? `${value.slice(0, shown)}…` : value;
      };
      const packed: Packed = [
        row,
        line,
        rowStatuses.indexOf(status),
        cell(at.serial),
        cell(at.manufacturer),
        cell(at.model),
        cell(at.productKey),
        at.hash !== undefined && cells[at.hash] ? 1 : 0,
      ];
      if (fault || notices.length > 0) {
        const own = fault && rowCodes[fault.code].sentence === fault.message ? null : (fault?.message ?? null);
        packed.push(fault?.code ?? null, fault?.column ?? null, own);
        if (notices.length > 0) packed.push(notices);
      }
      return packed;
    }),
  );
}

export function unpackResults(packed: string): RowResult[] {
  return (JSON.parse(packed) as Packed[]).map((told) => {
    const [row, line, status, serialNumber, manufacturer, model, productKey, hasHash, code, column, message, notices] =
      told;
    return {
      row,
      line,
      serialNumber,
      productKey,
      manufacturer,
      model,
      hasHash: hasHash === 1,
      status: rowStatuses[status] ?? 'rejected',
      code: code ?? null,
      column: column ?? null,
      message: message ?? (code ? rowCodes[code].sentence : null),
      retryable: code ? rowCodes[code].retryable : false,
      notices: notices ?? [],
    };
  });
}
