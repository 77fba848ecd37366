import { describe, expect, it } from 'vitest';
import { limits } from './limits';
import { delimiterOf, type FileRecord, RecordReader } from './read-records';

function readInPieces(text: string, size: number) {
  const reader = new RecordReader();
  const records: FileRecord[] = [];
  for (let at = 0; at < text.length; at += size) records.push(...reader.push(text.slice(at, at + size)));
  records.push(...reader.end());
  return { header: reader.header, records };
}
const read = (text: string) => {
  const whole = readInPieces(text, 1e9);
  for (const size of [1, 2, 3, 7]) expect(readInPieces(text, size)).toEqual(whole);
  return whole;
};
const lines = (text: string) => read(text).records.map(({ row, line, cells }) => [row, line, ...cells]);

describe('the separator', () => {
  it.each([
    ['a,b,c', ','],
    ['a;b;c', ';'],
    ['a\tb\tc', '\t'],
    ['a|b', '|'],
    ['only one', ','],
    ['"Last, first, middle";Model', ';'],
    ['"He said ""a,b,c""";Model', ';'],
  ])('of %j is %j', (header, delimiter) => {
    expect(delimiterOf(header)).toBe(delimiter);
  });
});

describe('records, cut anywhere', () => {
  it('have a number and the line they begin on; blank rows have no number', () => {
    expect(lines('a,b\n1,2\n\n,,\n  ,\t\n3,4\n\n')).toEqual([
      [1, 2, '1', '2'],
      [2, 6, '3', '4'],
    ]);
  });

  it('may begin below blank lines and end without a line end', () => {
    expect(read('\n  \na;b\n1;2').header).toEqual(['a', 'b']);
    expect(lines('\n  \na;b\n1;2')).toEqual([[1, 4, '1', '2']]);
  });

  it('keep separators, marks and line ends inside quoted cells, and count those lines', () => {
    expect(lines('a,b\n"x, ""y""","two\nlines"\n"",z\n')).toEqual([
      [1, 2, 'x, "y"', 'two\nlines'],
      [2, 4, '', 'z'],
    ]);
  });

  it('take a mark inside an unquoted cell as it is', () => {
    expect(lines('a,b\nAtlas 13",x\n')).toEqual([[1, 2, 'Atlas 13"', 'x']]);
  });

  it('say so when their marks do not pair up', () => {
    const { records } = read('a,b\n"Atlas" 13",x\n1,2\n');
    expect(records.map((record) => record.brokenQuotes)).toEqual([true, false]);
  });

  it('refuse a mark that is never closed, naming its line', () => {
    expect(() => read('a,b\n1,2\n3,"4\n5,6\n')).toThrow('line 3');
  });

  it('refuse a row that never ends before it fills the memory', () => {
    const reader = new RecordReader();
    const endless = () => {
      reader.push('a,b\n1,2\n3,"');
      for (let length = 0; length <= limits.record; length += 65_536) reader.push('x'.repeat(65_536));
    };
    expect(endless).toThrow('begins in line 3');
  });
});
