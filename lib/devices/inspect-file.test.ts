import { describe, expect, it } from 'vitest';
import { FileInspector, type Inspection } from './inspect-file';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model\r\n';
function inspect(text: string | Uint8Array, first = 1 << 20): Inspection {
  const bytes = typeof text === 'string' ? new Uint8Array(Buffer.from(text)) : text;
  const inspector = new FileInspector(bytes.subarray(0, first));
  for (let at = first; at < bytes.length; at += first) inspector.push(bytes.subarray(at, at + first));
  return inspector.end();
}

describe('a file that is taken', () => {
  it('tells its encoding, columns and number of rows', () => {
    const file = `${header}${'S1,,,Contoso,Atlas\r\n\r\n'.repeat(300)}Müller,,,Contoso,Atlas`;
    for (const first of [120, 4096, 1 << 20]) {
      expect(inspect(file, first)).toMatchObject({ encoding: 'utf-8', rows: 301, columns: { ignored: [] } });
    }
    expect(inspect(new Uint8Array(Buffer.from(file, 'latin1')), 4096)).toMatchObject({
      encoding: 'windows-1252',
      rows: 301,
    });
  });

  it('may have nothing but faulty rows when its header is understood', () => {
    expect(inspect(`${header},,,Contoso,Atlas\r\n`).rows).toBe(1);
  });

  it('may be our own list of rejected rows, with its reasons', () => {
    expect(inspect('Windows Product ID,Reason,Code\r\n1.2E+12,A spreadsheet did it,spreadsheet_damage\r\n').rows).toBe(
      1,
    );
  });
});

describe('a file that is refused', () => {
  it.each([
    ['nothing in it', '', 'is empty'],
    ['nothing but blank lines', '\r\n\r\n \r\n', 'no rows below its header'],
    ['nothing but a header', header, 'no rows below its header'],
    ['a header of other things', 'Name,Price\r\nApple,1\r\n', '"Name", "Price" could not be matched'],
    [
      'one header in German',
      'Seriennummer,Windows Product ID,Manufacturer name,Device model\r\nS1,,Contoso,Atlas\r\n',
      '"Seriennummer"',
    ],
    [
      'one header in German, far into it',
      `Seriennummer,Windows Product ID\r\n${'S1,\r\n'.repeat(5000)}`,
      '"Seriennummer"',
    ],
    ['a quotation mark never closed', `${header}S1,,,"Contoso,Atlas\r\nS2,,,Contoso,Atlas\r\n`, 'line 2'],
    ['a cell of 20 MB', `${header}${'x'.repeat(20_000_000)}\r\n`, 'longer than any row'],
    ['a million cells', `${header}${'x,'.repeat(1_000_000)}\r\n`, 'longer than any row'],
    ['2 MB of blank lines', '\n'.repeat(2_000_000), 'no rows'],
    ['one row too many', `Windows Product ID\n${'1000000000000\n'.repeat(1_000_001)}`, '1,000,000 rows'],
  ])('%s', (_name, text, words) => {
    expect(() => inspect(text)).toThrow(words);
  });
});
