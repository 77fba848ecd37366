import type { Mapping } from './column-mapping';
import { limits } from './limits';
import { UnreadableFile } from './unreadable-file';

/** What a column of a device file can mean. */
export type DeviceField =
  | 'serial'
  | 'productKey'
  | 'hash'
  | 'manufacturer'
  | 'model'
  | 'groupTag'
  | 'assignedUser'
  | 'orderNumber';

/** The Partner Center template's name of each column, and for what it has none, ours; used where a file has no such column. */
export const fieldLabels: Record<DeviceField, string> = {
  serial: 'Device Serial Number',
  productKey: 'Windows Product ID',
  hash: 'Hardware Hash',
  manufacturer: 'Manufacturer name',
  model: 'Device model',
  groupTag: 'Group Tag',
  assignedUser: 'Assigned User',
  orderNumber: 'Order Number',
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
  // Not `orderidentifier`, by which Intune once meant the group tag.
  orderNumber: [
    'ordernumber',
    'orderno',
    'orderid',
    'purchaseorder',
    'purchaseordernumber',
    'purchaseorderno',
    'purchaseorderid',
    'purchaseorderidentifier',
    'ponumber',
  ],
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

/** Headers on one line each, without the empty ones at the end. Throws UnreadableFile where they cannot be shown. */
function cleanHeaders(cells: string[], atLeast = 0): string[] {
  const headers = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
  while (headers.length > atLeast && headers.at(-1) === '') headers.pop();
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
  return headers;
}

/** What a header means by itself; null when nobody said so yet. */
export const fieldOfHeader = (header: string): DeviceField | null => fieldByAlias.get(headerKey(header)) ?? null;

/** Matches the headers of a file. Throws UnreadableFile when there are too many, or two of them mean the same. */
export function parseHeader(cells: string[]): Columns {
  const headers = cleanHeaders(cells);
  return placeFields(headers, headers.map(fieldOfHeader));
}

/** The columns of a file whose meaning somebody gave. Throws UnreadableFile when the file has fewer of them. */
export function mapColumns(cells: string[], mapping: Mapping): Columns {
  const used = mapping.findLastIndex((field) => field !== null) + 1;
  const headers = cleanHeaders(cells, used);
  if (headers.length < used) {
    throw new UnreadableFile(
      'unreadable',
      `The file has ${headers.length} ${headers.length === 1 ? 'column' : 'columns'}, and ${used} were named. Say again what its columns mean.`,
    );
  }
  return placeFields(
    headers,
    headers.map((_, position) => mapping[position] ?? null),
  );
}

/** The columns of a file without a header, which get the template's names. */
export const unnamedColumns = (mapping: Mapping): Columns =>
  placeFields(
    mapping.map((field, position) => (field ? fieldLabels[field] : `Column ${position + 1}`)),
    mapping,
  );

function placeFields(headers: string[], fields: Mapping): Columns {
  const at: Columns['at'] = {};
  const ignored: string[] = [];
  for (const [position, header] of headers.entries()) {
    const field = fields[position];
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
