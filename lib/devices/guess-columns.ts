import type { Mapping } from './column-mapping';
import { type DeviceField, fieldOfHeader, headerKey } from './parse-header';

/** Parts of headers in the languages spreadsheets come in, as `headerKey` leaves them. Only ever a suggestion. */
const hints: [DeviceField, RegExp][] = [
  ['hash', /hash/],
  ['productKey', /product(key|id)|pkid|produktschlüssel|produktkey|clédeproduit|clavedeproducto/],
  ['serial', /serial|seri[ea]n|série|serie|servicetag|^sn$|^snr$/],
  ['orderNumber', /order|bestell|auftrag|commande|pedido/],
  ['groupTag', /tag|gruppe|groupe|grupo/],
  ['assignedUser', /user|benutzer|utilisateur|usuario|email|upn/],
  ['manufacturer', /manufact|maker|vendor|brand|hersteller|fabri[ck]|marke|marque|marca/],
  ['model', /mod[eèé]l/],
];

const productKey = /^\d{13}$/;
const hash = /^[A-Za-z0-9+/]{1300,}={0,2}$/;
const address = /^[^\s@]+@[^\s@]+$/;
/** Capitals and digits, at least one of them a digit: what firmware reports, and no word that stands above a column. */
const serial = /^(?=.*\d)[A-Z0-9][A-Z0-9./_-]{3,127}$/;
const words = /\p{L}{2}/u;

const shapes: [DeviceField, RegExp][] = [
  ['hash', hash],
  ['productKey', productKey],
  ['assignedUser', address],
  ['serial', serial],
];

/** What a cell is by its looks alone; null when it could be anything. */
const shapeOf = (cell: string): DeviceField | null => shapes.find(([, shape]) => shape.test(cell.trim()))?.[0] ?? null;

/** True when the first line of a file describes a device already: no known header in it, and an identifier. */
export function looksLikeDevice(cells: readonly string[]): boolean {
  if (cells.some((cell) => fieldOfHeader(cell) !== null)) return false;
  const seen = cells.map(shapeOf);
  if (seen.includes('hash') || seen.includes('productKey')) return true;
  // A serial number identifies nothing alone, so there is a maker and a model beside it.
  const others = cells.filter((cell, at) => seen[at] === null && words.test(cell));
  return seen.includes('serial') && (others.length >= 2 || cells.filter((cell) => cell.trim()).length >= 3);
}

/** The shape that most of a column's filled cells have. */
function shapeOfColumn(cells: readonly string[]): DeviceField | 'text' | null {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return null;
  const found = shapes.find(([, shape]) => filled.filter((cell) => shape.test(cell.trim())).length > filled.length / 2);
  return found?.[0] ?? 'text';
}

/**
 * The best guess at what columns mean: what a header says, what it resembles, what its cells look like. `rows` are the
 * first ones of the file; without a header, text stands in the template's order. A person always confirms it.
 */
export function guessColumns(headers: readonly string[], rows: readonly (readonly string[])[]): Mapping {
  const width = Math.max(headers.length, ...rows.map((cells) => cells.length));
  const guess: Mapping = Array.from({ length: width }, () => null);
  const take = (at: number, field: DeviceField | null | undefined) => {
    if (field && guess[at] === null && !guess.includes(field)) guess[at] = field;
  };
  const positions = guess.map((_, at) => at);
  const columns = positions.map((at) => shapeOfColumn(rows.map((cells) => cells[at] ?? '')));
  for (const at of positions) take(at, fieldOfHeader(headers[at] ?? ''));
  for (const at of positions) {
    const key = headerKey(headers[at] ?? '');
    const hinted = key && hints.find(([, pattern]) => pattern.test(key))?.[0];
    if (hinted) take(at, hinted);
  }
  for (const at of positions) {
    const shape = columns[at];
    if (shape && shape !== 'text') take(at, shape);
  }
  if (headers.length > 0) return guess;
  const texts: DeviceField[] = ['manufacturer', 'model', 'groupTag'];
  for (const at of positions) {
    // A model such as "G7" may look like a serial number, so any column that is left is text here.
    if (guess[at] === null && columns[at] !== null)
      take(
        at,
        texts.find((field) => !guess.includes(field)),
      );
  }
  return guess;
}
