import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { workbookOf, workbookParts, zipOf } from '@/lib/testing/workbooks';
import { readWorkbook } from './read-workbook';
import { Zip } from './unzip';

async function read(bytes: Buffer<ArrayBuffer>) {
  const rows: [number, ...string[]][] = [];
  let from = '';
  for await (const piece of readWorkbook(bytes)) {
    from = `${piece.sheet} of ${piece.sheets}`;
    for (const { line, cells } of piece.rows) rows.push([line, ...cells]);
  }
  return { from, rows };
}

const header = ['Serial number', 'Manufacturer', 'Model'];

describe('the rows of a workbook', () => {
  it.each(['shared', 'inline'] as const)(
    'come with the numbers they have in the sheet (%s strings)',
    async (strings) => {
      const file = workbookOf(
        { Devices: [header, ['S<1>', 'Müller & Co', 'Atlas "13"'], [], ['S2', '', 'Atlas']] },
        { strings },
      );
      expect(await read(file)).toEqual({
        from: 'Devices of 1',
        rows: [
          [1, ...header],
          [2, 'S<1>', 'Müller & Co', 'Atlas "13"'],
          [4, 'S2', '', 'Atlas'],
        ],
      });
    },
  );

  it('are those of the first sheet with any that is shown', async () => {
    const sheets = { Notes: [['secret']], Empty: [[]], Devices: [header], Old: [['S0']] };
    const file = workbookOf(sheets, { states: ['state="hidden"', '', '', ''] });
    expect(await read(file)).toMatchObject({ from: 'Devices of 3', rows: [[1, ...header]] });
  });

  it('are the same however the zip is written', async () => {
    const parts = workbookParts({ Devices: [header, ['S1', 'Contoso', 'Atlas']] });
    const plain = await read(zipOf(parts));
    expect(await read(zipOf(parts, { deflated: false }))).toEqual(plain);
    const prefixed = Object.entries(parts).map(([name, xml]) => [
      name,
      xml
        .replace(/<(\/?)(\w)/g, '<$1x:$2')
        .replaceAll('worksheets/', '/xl/worksheets/')
        .replaceAll('xl//xl', 'xl'),
    ]);
    expect(await read(zipOf(Object.fromEntries(prefixed)))).toEqual(plain);
  });

  it('hold rich text without how it is pronounced', async () => {
    const xml =
      '<c t="inlineStr"><is><r><t>Atlas</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 13</t></r><rPh sb="0"><t>x</t></rPh></is></c>';
    expect((await read(workbookOf({ A: [[{ xml }]] }))).rows).toEqual([[1, 'Atlas 13']]);
  });
});

describe('a cell is read as it is shown', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="0000000000000"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="0.00 &quot;days&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="166"/></cellXfs>';
  it.each([
    ['a long number', '<c><v>1234567890123</v></c>', '1234567890123'],
    ['a long number that the program wrote short', '<c><v>1.234567890123E+12</v></c>', '1234567890123'],
    ['a number with zeros in front', '<c s="1"><v>1234567</v></c>', '0000001234567'],
    [
      'a number that was rounded, in the form that is refused',
      '<c><v>1.2345678901234568E+19</v></c>',
      '1.2345678901234567E+19',
    ],
    ['a broken number', '<c><v>0.30000000000000004</v></c>', '0.30000000000000004'],
    ['a day', '<c s="2"><v>45292</v></c>', '2024-01-01'],
    ['a day and time', '<c s="3"><v>45292.5</v></c>', '2024-01-01T12:00:00'],
    ['a time', '<c s="3"><v>0.75</v></c>', '18:00:00'],
    ['a number of days', '<c s="4"><v>3</v></c>', '3'],
    ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['what a formula gives', '<c t="str"><f>A1&amp;"x"</f><v>5CG1</v></c>', '5CG1'],
    ['what a formula fails with', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['signs that XML cannot hold', '<c t="str"><v>A_x000D_B</v></c>', 'A\rB'],
    ['text between marks', '<c t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>', '<b>'],
  ])('%s', async (_name, xml, shown) => {
    expect((await read(workbookOf({ A: [[{ xml }]] }, { styles }))).rows).toEqual([[1, shown]]);
  });

  it('a day in a workbook that counts from 1904', async () => {
    const file = workbookOf(
      { A: [[{ xml: '<c s="2"><v>43830</v></c>' }]] },
      { styles, properties: '<workbookPr date1904="1"/>' },
    );
    expect((await read(file)).rows).toEqual([[1, '2024-01-01']]);
  });
});

describe('a workbook that is refused', () => {
  const parts = workbookParts({ Devices: [header, ['S1', 'Contoso', 'Atlas']] });
  const whole = zipOf(parts);
  it.each([
    [
      'another zip',
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }),
      'a zip file, neither CSV',
    ],
    ['one cut short', Buffer.from(whole.subarray(0, whole.length - 30)), 'damaged'],
    [
      'one with bytes changed',
      Buffer.from(whole.map((byte, at) => (at > 40 && at < whole.length / 2 ? byte ^ 0x55 : byte))),
      '',
    ],
    ['one without rows', workbookOf({ A: [[]], B: [] }), 'no rows'],
    [
      'a text that never ends',
      zipOf({ ...parts, 'xl/sharedStrings.xml': `<sst><si><t>${' '.repeat(2_000_000)}` }),
      'damaged',
    ],
    ['one made to burst', zipOf({ ...parts, 'xl/sharedStrings.xml': '<si></si>'.repeat(2_000_000) }), 'larger than'],
  ])('%s', async (_name, file, words) => {
    await expect(read(file)).rejects.toMatchObject({ name: 'UnreadableFile', message: expect.stringContaining(words) });
  });
});

it('a zip unpacks to no more than it may, whatever it says of itself', async () => {
  const unpack = async (limit: number) => {
    let bytes = 0;
    for await (const piece of new Zip(zipOf({ a: 'x'.repeat(1000), b: randomBytes(1000) }), limit).read('b')) {
      bytes += piece.length;
    }
    return bytes;
  };
  expect(await unpack(1000)).toBe(1000);
  await expect(unpack(999)).rejects.toMatchObject({ code: 'too_large' });
});
