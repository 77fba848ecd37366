/** Serial numbers that one registration takes. */
export const serialsAtMost = 1000;

const serialHeader = /^(device )?serial ?(number|no\.?)?$/i;

const cellsOf = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );

/**
 * Serial numbers out of what somebody pasted: one a line, or the rows of a CSV, then those of the column that its first line
 * calls the serial number, else of the first. Repetitions stay: each row is told its own result.
 */
export function parseSerials(pasted: string): string[] {
  const lines = pasted.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  const separator = ['\t', ';', ','].find((candidate) => first.includes(candidate)) ?? ',';
  const column = cellsOf(first, separator).findIndex((cell) => serialHeader.test(cell));
  const rows = column === -1 ? lines : lines.slice(1);
  return rows.map((line) => cellsOf(line, separator)[Math.max(0, column)] ?? '').filter((serial) => serial !== '');
}
