import { describe, expect, it } from 'vitest';
import { templateHeader } from '@/lib/testing/uploads';
import { guessColumns, looksLikeDevice } from './guess-columns';

const hash = 'T0FB'.repeat(1000);

describe('a first line that is no header', () => {
  it.each([
    ['serial number, maker and model', ['5CG0000001', 'Contoso Devices', 'Atlas 13']],
    ['the template without its header', ['5CG0000001', '', '', 'Contoso Devices', 'Atlas 13']],
    ['a product key alone', ['1234567890123']],
    ['a hash with a serial number', ['5CG0000001', '', hash]],
    ['a serial number, a maker and a model like a number', ['PF-0031', 'Lenovo', '20XW']],
  ])('%s', (_name, cells) => {
    expect(looksLikeDevice(cells)).toBe(true);
  });
});

describe('a first line that may be a header', () => {
  it.each([
    ['the template', templateHeader.split(',')],
    ['one header that is known, among others', ['Column 1', 'Model', '1234567890123']],
    ['another language', ['Seriennummer', 'Hersteller', 'Modell']],
    ['columns with numbers', ['Column1', 'Column2', 'Column3']],
    ['anything else', ['Name', 'Price', 'Q3']],
    ['a serial number and nothing beside it', ['5CG0000001']],
  ])('%s', (_name, cells) => {
    expect(looksLikeDevice(cells)).toBe(false);
  });
});

describe('the guess', () => {
  const rows = [
    ['5CG0000001', '1234567890123', hash, 'Contoso Devices', 'Atlas 13', 'Sales', 'ann@contoso.example'],
    ['5CG0000002', '', '', 'Contoso Devices', 'G7X1', '', ''],
    ['5CG0000003', '', '', 'Contoso Devices', 'Atlas 13', '', ''],
  ];
  const all = ['serial', 'productKey', 'hash', 'manufacturer', 'model', 'groupTag', 'assignedUser'];

  it('goes by the cells where there is no header', () => {
    expect(guessColumns([], rows)).toEqual(all);
    expect(
      guessColumns(
        [],
        rows.map(([serial = '', , , maker = '', model = '']) => [maker, serial, model]),
      ),
    ).toEqual(['manufacturer', 'serial', 'model']);
  });

  it.each([
    [['Seriennummer', 'Produktschlüssel', 'Hardware-Hash', 'Hersteller', 'Modell', 'Gruppe', 'Benutzer']],
    [['Numéro de série', 'Clé de produit', 'Hash', 'Fabricant', 'Modèle', 'Groupe', 'Utilisateur']],
    [['Service Tag', 'PKID', 'Hash', 'Vendor', 'Model', 'Tag', 'UPN']],
  ])('understands %j', (headers) => {
    expect(guessColumns(headers, [])).toEqual(all);
  });

  it.each(['Bestellnummer', 'Auftrag', 'N° de commande', 'Our order'])('takes %s for an order number', (header) => {
    expect(guessColumns(['Seriennummer', header], [])).toEqual(['serial', 'orderNumber']);
  });

  it('takes a column with a header it cannot read by its cells, and no field twice', () => {
    expect(
      guessColumns(['Kennung', 'Device model', 'Modell', 'Bemerkung'], [['5CG0000001', 'Atlas', 'A', 'x']]),
    ).toEqual(['serial', 'model', null, null]);
  });
});
