import { describe, expect, it } from 'vitest';
import { csvLine, escapeCell, unescapeCell } from './escape-cell';

describe('cells of an export', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@sum',
    '\tx',
    '\rx',
    '\nx',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '  =1',
    '\u00a0=1',
    "'=1",
    "''-1",
  ])('that a spreadsheet would run get an apostrophe and lose it again: %j', (cell) => {
    expect(escapeCell(cell)).toBe(`'${cell}`);
    expect(unescapeCell(escapeCell(cell))).toBe(cell);
  });

  it.each(['', 'A-1', "O'Neil", "'quoted'", '1=1', 'a@b.example', ' x'])('stay as they are otherwise: %j', (cell) => {
    expect(escapeCell(cell)).toBe(cell);
    expect(unescapeCell(cell)).toBe(cell);
  });

  it('are quoted where separators, marks, line ends or blanks at the ends need it', () => {
    expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', ' h', '=i'])).toBe('a,"b,c","d""e","f\ng"," h",\'=i\r\n');
  });
});
