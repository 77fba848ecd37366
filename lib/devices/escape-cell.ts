/**
 * What a spreadsheet would run: = + - @ and their full-width forms, tab, CR and LF, also after blanks. Apostrophes in front
 * count too, so that escaping and unescaping undo each other for every text.
 */
const runnable = /^'*[^\S\t\r\n]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A cell for an export: as it is, or with an apostrophe in front where a spreadsheet would run it. */
export const escapeCell = (cell: string): string => (runnable.test(cell) ? `'${cell}` : cell);

/** Takes back what `escapeCell` did, so that an export uploads unchanged. */
export const unescapeCell = (cell: string): string =>
  cell.startsWith("'") && runnable.test(cell) ? cell.slice(1) : cell;

/** One line of CSV: cells escaped and, where they must be, quoted. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const safe = escapeCell(cell);
    return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(',')}\r\n`;
}
