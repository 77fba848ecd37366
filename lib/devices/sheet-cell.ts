/** How a workbook shows the numbers of a cell: as a date, filled up with zeros to a length, or as they are. */
export type NumberFormat = 'date' | { zeros: number } | null;

const day = 86_400_000;

/** The built-in formats of dates and times (ECMA-376, 18.8.30), those of East Asian languages among them. */
const isDateFormat = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** What a number format means; `code` is that of a format the workbook brings along. */
export function readFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return isDateFormat(id) ? 'date' : null;
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (/^0{2,}$/.test(bare)) return { zeros: bare.length };
  return /[ymdhs]/i.test(bare.replace(/general/gi, '')) ? 'date' : null;
}

/**
 * A number as its cell shows it. A spreadsheet keeps 15 digits: a longer one was rounded when it was typed, and is left in
 * the scientific form that the row rules refuse.
 */
export function numberText(value: string, format: NumberFormat, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (format === 'date') return dateText(number, from1904) ?? value;
  if (Number.isInteger(number) && Math.abs(number) >= 1e15) return number.toExponential().toUpperCase();
  const text = String(number);
  return format && /^\d+$/.test(text) ? text.padStart(format.zeros, '0') : text;
}

/** Days since the end of 1899 (or the start of 1904) in ISO 8601; a time alone where there is no day. */
function dateText(days: number, from1904: boolean): string | null {
  if (days < 0 || days > 2_958_466) return null;
  // Spreadsheets count a 29 February 1900 that never was.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const iso = new Date(epoch + Math.round(days * 86_400) * 1000).toISOString().slice(0, 19);
  if (days < 1) return iso.slice(11);
  return (Math.round(days * day) / 1000) % 86_400 === 0 ? iso.slice(0, 10) : iso;
}

/** Text of a workbook, where `_x000D_` stands for a character that XML cannot hold. */
export const plainText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
