import { describe, expect, it } from 'vitest';
import { parseMapping, writeMapping } from './column-mapping';
import { mappingKey } from './mapping-key';
import { mapColumns, unnamedColumns } from './parse-header';

describe('columns named by position', () => {
  it('are read back as they are written', () => {
    const parsed = parseMapping('serial, ,manufacturer,model,');
    expect(parsed).toEqual({ mapping: ['serial', null, 'manufacturer', 'model', null] });
    if ('mapping' in parsed) expect(parseMapping(writeMapping(parsed.mapping))).toEqual(parsed);
  });

  it.each([
    ['serial,color', '"color" is none of serial'],
    ['model,serial,model', 'Two columns are said to be model'],
    ['manufacturer,model', 'Name the column that holds the serial number'],
    ['', 'Name the column that holds the serial number'],
    [`serial${','.repeat(50)}`, 'at most 50 columns'],
  ])('%j is refused', (text, words) => {
    expect(parseMapping(text)).toEqual({ problem: expect.stringContaining(words) });
  });
});

describe('a header whose meaning is given', () => {
  it('names what is not read, whatever its header says', () => {
    const columns = mapColumns(['Seriennummer', 'Group Tag', 'Lager', ''], ['serial', null]);
    expect(columns).toEqual({
      headers: ['Seriennummer', 'Group Tag', 'Lager'],
      at: { serial: 0 },
      ignored: ['Group Tag', 'Lager'],
    });
  });

  it('may stand above columns without a name', () => {
    expect(mapColumns(['Seriennummer', ''], ['serial', 'model'])).toMatchObject({
      headers: ['Seriennummer', ''],
      at: { serial: 0, model: 1 },
    });
  });

  it('has as many columns as were named', () => {
    expect(() => mapColumns(['Seriennummer'], ['serial', 'manufacturer', 'model'])).toThrow('3 were named');
  });
});

it('columns of a file without a header get names that are understood when they come back', () => {
  expect(unnamedColumns(['serial', null, 'model'])).toEqual({
    headers: ['Device Serial Number', 'Column 2', 'Device model'],
    at: { serial: 0, model: 2 },
    ignored: ['Column 2'],
  });
});

it('files are alike whose headers differ in case, blanks and empty ends only', () => {
  expect(mappingKey(['Serien-Nummer', 'Modell', ''])).toBe(mappingKey(['seriennummer ', 'MODELL']));
  expect(mappingKey(['Modell', 'Seriennummer'])).not.toBe(mappingKey(['Seriennummer', 'Modell']));
});
