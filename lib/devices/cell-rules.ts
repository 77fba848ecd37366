import { unescapeCell } from './escape-cell';
import {
  groupTagTooLong,
  identityLimits,
  limits,
  longestGroupTag,
  longestOrderNumber,
  orderNumberTooLong,
} from './limits';
import type { DeviceField } from './parse-header';
import type { RowCode } from './row-codes';

/** A cell's value, or why it is refused. `notice` tells what was left out without changing what the cell means. */
export type CellReading =
  | { value: string; notice?: string; fault?: undefined }
  | { value?: undefined; fault: { code: RowCode; message: string } };

/** Blanks of every width, line breaks, byte order marks and zero-width characters at either end. */
const edges = /^[\s\u180e\u200b-\u200f\u2060\ufeff]+|[\s\u180e\u200b-\u200f\u2060\ufeff]+$/g;
/** ASCII without a blank at either end and without what an export escapes: most cells need nothing else looked at. */
const plain = /^[!-&(-~](?:[ -~]*[!-~])?$/;
const unprintable = /[\p{Cc}\p{Cs}\ufffd]/u;
/** Signs nobody sees would make two devices of one. */
const invisible = /\p{Cf}/u;
const identifying = new Set<DeviceField>(['serial', 'productKey', 'hash', 'manufacturer', 'model']);
/** 1.23457E+12: what a spreadsheet makes of a long number. */
const scientific = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i;
/** What firmware reports where nobody set a serial number. */
const placeholders = new Set([
  'to be filled by o.e.m.',
  'default string',
  'system serial number',
  'not specified',
  'not applicable',
  'not available',
  'none',
  'n/a',
  'null',
  'undefined',
  'unknown',
  'invalid',
]);

const refuse = (code: RowCode, message: string): CellReading => ({ fault: { code, message } });

/** Reads one cell by the rules of CSV.md that need no other cell and no database. */
export function readCell(field: DeviceField, raw: string): CellReading {
  if (raw === '') return { value: '' };
  if (raw.length > limits.cell) {
    return refuse(
      'too_long',
      `This cell has ${raw.length.toLocaleString('en-US')} characters; the limit is ${limits.cell.toLocaleString('en-US')}.`,
    );
  }
  let value = raw;
  let notice: string | undefined;
  if (!plain.test(raw)) {
    value = raw.replace(edges, '');
    if (value !== raw) notice = 'Blanks around the value were left out.';
    const unescaped = unescapeCell(value);
    if (unescaped !== value) notice = 'The apostrophe that protects the value in a spreadsheet was left out.';
    value = unescaped;
    const hidden = identifying.has(field) ? invisible : unprintable;
    const found = unprintable.exec(value) ?? hidden.exec(value);
    if (found) return refuse('bad_characters', describeCharacter(found[0], found.index));
  }
  const fault = value === '' ? undefined : valueFault(field, value);
  return fault ?? (notice === undefined ? { value } : { value, notice });
}

function describeCharacter(character: string, index: number): string {
  const place = `character ${index + 1}`;
  if (character === '\ufffd') {
    return `The ${place} was lost when the file was saved in another encoding. Save the file as CSV (UTF-8) and type the value again.`;
  }
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `The ${place} is one that cannot be seen (U+${code}). Type the value again without it.`;
}

function valueFault(field: DeviceField, value: string): CellReading | undefined {
  switch (field) {
    case 'productKey':
      return productKeyFault(value);
    case 'serial':
      return serialFault(value);
    case 'manufacturer':
    case 'model': {
      const longest = identityLimits[field];
      if (value.length > longest) return refuse('too_long', `A ${field} has at most ${longest} characters.`);
      return undefined;
    }
    case 'groupTag':
      if (value.length > longestGroupTag) return refuse('too_long', groupTagTooLong);
      return undefined;
    case 'orderNumber':
      if (value.length > longestOrderNumber) return refuse('too_long', orderNumberTooLong);
      return undefined;
    default:
      return undefined;
  }
}

function productKeyFault(value: string): CellReading | undefined {
  if (scientific.test(value)) {
    return refuse(
      'spreadsheet_damage',
      `A spreadsheet turned the product key into the rounded number ${value}. Format the column as text and enter the key again.`,
    );
  }
  if (/^[0-9A-Za-z-]{13}$/.test(value)) return undefined;
  const hint = /^\d{10,12}$/.test(value)
    ? ' A spreadsheet may have removed zeros in front.'
    : ' Copy it from the delivery papers again.';
  return refuse('bad_product_key', `A product key has 13 digits; this one has ${value.length} characters.${hint}`);
}

function serialFault(value: string): CellReading | undefined {
  if (scientific.test(value)) {
    return refuse(
      'spreadsheet_damage',
      `A spreadsheet turned the serial number into the rounded number ${value}. Format the column as text and enter it again.`,
    );
  }
  if (value.length > identityLimits.serial) {
    return refuse(
      'too_long',
      `A serial number has at most ${identityLimits.serial} characters; this one has ${value.length}.`,
    );
  }
  if (placeholders.has(value.toLowerCase())) {
    return refuse(
      'bad_serial',
      `"${value}" is what a computer reports when it has no serial number. Enter the number on its case, or leave the cell empty and give a product key or hash.`,
    );
  }
  return undefined;
}
