import { describe, expect, it } from 'vitest';
import { parseHeader } from './parse-header';
import { readRow } from './row-rules';

const columns = parseHeader(
  'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model,Group Tag,Assigned User,Notes,Order ID'.split(
    ',',
  ),
);
const read = (...cells: string[]) => readRow(columns, { row: 1, line: 2, cells, brokenQuotes: false });
const hash = Buffer.alloc(3000, 7).toString('base64');
const unpadded = Buffer.alloc(2999, 7).toString('base64').replaceAll('=', '');

describe('what identifies a device', () => {
  it.each([
    ['hash and product key', ['', '1000000000000', hash]],
    ['hash and serial number', ['S1', '', hash]],
    ['hash, product key and serial number', ['S1', '1000000000000', hash]],
    ['hash', ['', '', hash]],
    ['product key', ['', '1000000000000']],
    ['serial number, manufacturer and model', ['S1', '', '', 'Contoso', 'Atlas']],
    ['product key with a serial number beside it', ['S1', '1000000000000']],
  ])('%s', (_name, cells) => {
    expect(read(...cells)).toMatchObject({ fault: null, notices: [] });
  });

  it('leaves absent parts null, and manufacturer and model empty', () => {
    expect(read('', '1000000000000').device).toEqual({
      serial: null,
      manufacturer: '',
      model: '',
      productKey: '1000000000000',
      hash: null,
      groupTag: null,
      assignedUser: null,
      orderNumber: null,
    });
  });

  it('keeps case, quotes, umlauts, group tag, user and order number', () => {
    const order = ['', 'po-17 é'];
    expect(
      read('sé-1', '', '', 'Contoso, Inc.', 'Atlas "13"', 'Sales', 'anna@contoso.example', ...order).device,
    ).toMatchObject({
      serial: 'sé-1',
      manufacturer: 'Contoso, Inc.',
      model: 'Atlas "13"',
      groupTag: 'Sales',
      assignedUser: 'anna@contoso.example',
      orderNumber: 'po-17 é',
    });
  });

  it('pads a hash that came without padding', () => {
    expect(read('S1', '', unpadded).device?.hash).toBe(`${unpadded}=`);
  });

  it('takes blank cells beyond the header for nothing', () => {
    expect(read('', '1000000000000', '', '', '', '', '', '', '', '', ' ').fault).toBeNull();
  });
});

describe('faults, each with its code and column', () => {
  const row = (...cells: string[]) => cells;
  it.each([
    ['no_identity', 'Device Serial Number', row('', '', '', 'Contoso', 'Atlas'), 'Nothing in this row'],
    ['no_identity', 'Device model', row('S1', '', '', 'Contoso', ''), 'device model, which is missing'],
    ['no_identity', 'Manufacturer name', row('S1', '', '', '', 'Atlas'), 'manufacturer name, which is missing'],
    ['no_identity', 'Manufacturer name', row('S1'), 'which are missing'],
    ['spreadsheet_damage', 'Windows Product ID', row('S1', '1.23457E+12'), 'rounded number 1.23457E+12'],
    ['spreadsheet_damage', 'Windows Product ID', row('S1', '1,2345678E+12'), 'rounded number'],
    ['spreadsheet_damage', 'Device Serial Number', row('5.1E+09', '', '', 'Contoso', 'Atlas'), 'rounded number'],
    ['bad_product_key', 'Windows Product ID', row('', '100000000000'), 'zeros in front'],
    ['bad_product_key', 'Windows Product ID', row('', '10000000000000'), 'this one has 14'],
    ['bad_product_key', 'Windows Product ID', row('', '10000000 0000'), '13 digits'],
    [
      'bad_serial',
      'Device Serial Number',
      row('To be filled by O.E.M.', '', '', 'Contoso', 'Atlas'),
      'no serial number',
    ],
    ['bad_hash', 'Hardware Hash', row('S1', '', 'abc$$$'), 'not base64'],
    ['bad_hash', 'Hardware Hash', row('S1', '', `${hash}=`), 'not base64'],
    ['bad_hash', 'Hardware Hash', row('S1', '', `${hash}A`), 'end of the hash is missing'],
    ['bad_hash', 'Hardware Hash', row('S1', '', `${hash.slice(0, -2)}Bx`.slice(0, -1)), 'end of the hash is missing'],
    ['bad_hash', 'Hardware Hash', row('S1', '', hash.slice(0, 400)), 'too old or damaged'],
    ['bad_characters', 'Device Serial Number', row('OK-\u00000008', '', '', 'Contoso', 'Atlas'), 'U+0000'],
    ['bad_characters', 'Device Serial Number', row('OK\u200b8', '', '', 'Contoso', 'Atlas'), 'character 3'],
    ['bad_characters', 'Device Serial Number', row('OK\u202e8', '', '', 'Contoso', 'Atlas'), 'U+202E'],
    ['bad_characters', 'Device model', row('S1', '', '', 'Contoso', 'Atl\ufffds'), 'another encoding'],
    ['bad_characters', 'Device model', row('S1', '', '', 'Contoso', 'At\ud800las'), 'U+D800'],
    ['bad_characters', 'Group Tag', row('', '1000000000000', '', '', '', 'two\nlines'), 'U+000A'],
    ['too_long', 'Assigned User', row('', '1000000000000', '', '', '', '', 'x'.repeat(16_385)), '16,385'],
    ['too_long', 'Device Serial Number', row('x'.repeat(129), '', '', 'Contoso', 'Atlas'), '128'],
    ['too_long', 'Manufacturer name', row('S1', '', '', 'x'.repeat(257), 'Atlas'), '256'],
    ['too_long', 'Group Tag', row('', '1000000000000', '', '', '', 'x'.repeat(513)), '512'],
    ['too_long', 'Order ID', row('', '1000000000000', '', '', '', '', '', '', 'x'.repeat(101)), '100'],
    ['bad_characters', 'Order ID', row('', '1000000000000', '', '', '', '', '', '', 'PO\u00001'), 'U+0000'],
    ['too_many_cells', 'Column 10', row('S1', '', '', 'Contoso', ' Inc.', 'Atlas', '', '', '', 'x'), '10 cells'],
  ])('%s in %s', (code, column, cells, words) => {
    const reading = read(...cells);
    expect(reading).toMatchObject({ device: null, fault: { code, column } });
    expect(reading.fault?.message).toContain(words);
  });

  it('refuses a row whose quotation marks do not pair up', () => {
    const reading = readRow(columns, { row: 1, line: 2, cells: ['a', 'b'], brokenQuotes: true });
    expect(reading.fault).toMatchObject({ code: 'bad_characters', column: null });
  });

  it('names the template column where the file has none', () => {
    const bare = parseHeader(['Serial']);
    expect(readRow(bare, { row: 1, line: 2, cells: ['S1'], brokenQuotes: false }).fault?.column).toBe(
      'Manufacturer name',
    );
  });

  it('does not look into columns it ignores', () => {
    expect(read('', '1000000000000', '', '', '', '', '', 'two\nlines\u0000').fault).toBeNull();
  });
});

describe('notices', () => {
  it.each([
    ['blanks, non-breaking and zero-width characters at the ends', ' \u200b\tS1\u00a0\ufeff', 'S1', 'Blanks around'],
    ['the apostrophe of an export', "'-S1", '-S1', 'apostrophe'],
  ])('tell of %s', (_name, cell, serial, words) => {
    const reading = read(cell, '', '', 'Contoso', 'Atlas');
    expect(reading.device?.serial).toBe(serial);
    expect(reading.notices).toEqual([expect.stringContaining(words)]);
  });

  it('tell of a product key that is no number', () => {
    const reading = read('', 'ABCDE-1234567');
    expect(reading.device?.productKey).toBe('ABCDE-1234567');
    expect(reading.notices).toEqual([expect.stringContaining('13 digits')]);
  });
});
