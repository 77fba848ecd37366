import { readCell } from './cell-rules';
import { deviceFields } from './column-mapping';
import { type Columns, columnName, type DeviceField } from './parse-header';
import { readHash } from './read-hash';
import type { FileRecord } from './read-records';
import type { RowCode, RowFault } from './row-codes';

/** What a row says about one device. Absent manufacturer and model are '', as the table keeps them. */
export interface RowDevice {
  serial: string | null;
  manufacturer: string;
  model: string;
  productKey: string | null;
  /** Base64 with its padding. */
  hash: string | null;
  groupTag: string | null;
  assignedUser: string | null;
  orderNumber: string | null;
}

/** Notices tell what was left out of a row without changing what it means. */
export type RowReading =
  | { device: RowDevice; fault: null; notices: readonly string[] }
  | { device: null; fault: RowFault; notices: readonly string[] };

/** Most rows have none, and share it. */
const noNotices: readonly string[] = [];

/** What one record says about one device, or why it says nothing: the rules of CSV.md that need no database. */
export function readRow(columns: Columns, record: FileRecord): RowReading {
  const { cells } = record;
  let notices = noNotices;
  const refuse = (code: RowCode, column: string | null, message: string): RowReading => ({
    device: null,
    fault: { code, column, message },
    notices,
  });

  const shape = shapeFault(columns, record);
  if (shape) return { device: null, fault: shape, notices };

  const values: Partial<Record<DeviceField, string>> = {};
  for (const field of deviceFields) {
    const position = columns.at[field];
    const raw = position === undefined ? undefined : cells[position];
    if (!raw) continue;
    const cell = readCell(field, raw);
    if (cell.fault) return refuse(cell.fault.code, columnName(columns, field), cell.fault.message);
    if (cell.notice) notices = [...notices, `${columnName(columns, field)}: ${cell.notice}`];
    if (cell.value !== '') values[field] = cell.value;
  }

  let hash: string | null = null;
  if (values.hash !== undefined) {
    const reading = readHash(values.hash);
    if ('problem' in reading) return refuse('bad_hash', columnName(columns, 'hash'), reading.problem);
    hash = reading.hash;
  }
  const { serial = null, productKey = null, manufacturer = '', model = '' } = values;
  if (!hash && !productKey) {
    const missing = missingIdentity(serial, manufacturer, model);
    if (missing) return refuse('no_identity', columnName(columns, missing.field), missing.message);
  }
  if (productKey && !/^\d{13}$/.test(productKey)) {
    notices = [
      ...notices,
      `${columnName(columns, 'productKey')}: A product key normally has 13 digits. It was taken as it is.`,
    ];
  }
  const { groupTag = null, assignedUser = null, orderNumber = null } = values;
  const device = { serial, manufacturer, model, productKey, hash, groupTag, assignedUser, orderNumber };
  return { device, fault: null, notices };
}

/** Faults of the row as a whole: cells that are no longer where the header says. */
function shapeFault(columns: Columns, { cells, brokenQuotes }: FileRecord): RowFault | null {
  if (brokenQuotes) {
    return {
      code: 'bad_characters',
      column: null,
      message:
        'The quotation marks in this row do not pair up, so its cells cannot be told apart. Write a mark inside a cell twice, and close each cell that begins with one.',
    };
  }
  const surplus = cells.findIndex((cell, at) => at >= columns.headers.length && cell.trim() !== '');
  if (surplus === -1) return null;
  return {
    code: 'too_many_cells',
    column: `Column ${surplus + 1}`,
    message: `The row has ${cells.length} cells and the header has ${columns.headers.length}. Put quotation marks around a cell that holds a separator.`,
  };
}

/** Which cell would have to be filled so that the row identifies a device; null when it does (CSV.md, six combinations). */
function missingIdentity(
  serial: string | null,
  manufacturer: string,
  model: string,
): { field: DeviceField; message: string } | null {
  if (!serial) {
    return {
      field: 'serial',
      message:
        'Nothing in this row identifies a device. Give a product key, a hardware hash, or a serial number with manufacturer and model.',
    };
  }
  if (manufacturer && model) return null;
  const orElse = 'Add it, or give a product key or hardware hash.';
  if (manufacturer)
    return { field: 'model', message: `A serial number needs its device model, which is missing. ${orElse}` };
  if (model)
    return {
      field: 'manufacturer',
      message: `A serial number needs its manufacturer name, which is missing. ${orElse}`,
    };
  return {
    field: 'manufacturer',
    message:
      'A serial number needs its manufacturer name and device model, which are missing. Add them, or give a product key or hardware hash.',
  };
}
