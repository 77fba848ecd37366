import { limits } from './limits';
import { UnreadableFile } from './unreadable-file';

/** What a column of a device file can mean. */
export type DeviceField = 'serial' | 'productKey' | 'hash' | 'manufacturer' | 'model' | 'groupTag' | 'assignedUser';

/** The Partner Center template's name of each column; used where a file has no such column. */
const fieldLabels: Record<DeviceField, string> = {
  serial: 'Device Serial Number',
  productKey: 'Windows Product ID',
  hash: 'Hardware Hash',
  manufacturer: 'Manufacturer name',
  model: 'Device model',
  groupTag: 'Group Tag',
  assignedUser: 'Assigned User',
};

/** The headers of CSV.md's table, as `headerKey` leaves them. */
const aliases: Record<DeviceField, string[]> = {
  serial: ['deviceserialnumber', 'serialnumber', 'serial', 'serialno', 'deviceserial'],
  productKey: ['windowsproductid', 'windowsproductkey', 'productkey', 'productid', 'pkid', 'productkeyid'],
  hash: ['hardwarehash', 'devicehardwarehash', 'devicehash', 'hash', 'hardwaredata', 'devicehardwaredata'],
  manufacturer: ['manufacturername', 'manufacturer', 'oemmanufacturername', 'oemmanufacturer', 'devicemanufacturer'],
  model: ['devicemodel', 'model', 'modelname', 'devicemodelname'],
  groupTag: ['grouptag'],
  assignedUser: ['assigneduser', 'assigneduserprincipalname', 'userprincipalname'],
};

const fieldByAlias = new Map(
  Object.entries(aliases).flatMap(([field, names]) => names.map((name) => [name, field as DeviceField] as const)),
);

/** A header without case, blanks, punctuation, byte order mark and remarks in brackets. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|\{[^}]*\}/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export interface Columns {
  /** The headers as the file has them, in its order. */
  headers: string[];
  /** Which cell of a row holds what; absent where the file has no such column. */
  at: Partial<Record<DeviceField, number>>;
  /** Headers that mean nothing here and are not read. */
  ignored: string[];
}

/** Matches the headers of a file. Throws UnreadableFile when there are too many, or two of them mean the same. */
export function parseHeader(cells: string[]): Columns {
  const headers = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  while (headers.at(-1) === '') headers.pop();
  if (headers.length > limits.columns) {
    throw new UnreadableFile(
      'too_large',
      `The file has ${headers.length} columns; the limit is ${limits.columns}. Remove the columns that do not describe devices.`,
    );
  }
  const strange = headers.findIndex((header) => /[\p{Cc}\p{Cs}]/u.test(header));
  if (strange !== -1) {
    throw new UnreadableFile(
      'unreadable',
      `The header of column ${strange + 1} holds a character that cannot be seen. Type the header again and choose the file again.`,
    );
  }
  const at: Columns['at'] = {};
  const ignored: string[] = [];
  for (const [position, header] of headers.entries()) {
    const field = fieldByAlias.get(headerKey(header));
    if (!field) {
      if (header !== '') ignored.push(header);
      continue;
    }
    const earlier = at[field];
    if (earlier !== undefined) {
      throw new UnreadableFile(
        'unreadable',
        `The columns "${headers[earlier]}" and "${header}" mean the same. Remove one of them and choose the file again.`,
      );
    }
    at[field] = position;
  }
  return { headers, at, ignored };
}

/** The header a person finds above a field's cells. */
export const columnName = (columns: Columns, field: DeviceField): string =>
  columns.headers[columns.at[field] ?? -1] ?? fieldLabels[field];

/** The columns our own lists of rejected rows add. */
const ours = new Set(['reason', 'code']);
const identifying: DeviceField[] = ['serial', 'productKey', 'hash', 'manufacturer', 'model'];

/** Headers that may stand above what identifies the devices, were they understood; none where nothing is missing. */
export const suspects = (columns: Columns): string[] =>
  identifying.every((field) => columns.at[field] !== undefined)
    ? []
    : columns.ignored.filter((header) => !ours.has(headerKey(header)));

/** What to tell the person whose headers cannot be matched, naming them. */
export function unmatchedHeader(columns: Columns): UnreadableFile {
  const names = suspects(columns).map((header) => `"${header.slice(0, 60)}"`);
  const named = names.length > 5 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  const expected = identifying.map((field) => fieldLabels[field]).join(', ');
  return new UnreadableFile(
    'unreadable',
    names.length === 0
      ? `The first line names no column that identifies a device. Use these headers: ${expected}.`
      : `The ${names.length === 1 ? 'column' : 'columns'} ${named.join(', ')} could not be matched. Rename what identifies your devices to one of these headers and choose the file again: ${expected}.`,
  );
}
