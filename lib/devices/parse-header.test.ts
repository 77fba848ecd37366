import { describe, expect, it } from 'vitest';
import { headerKey, parseHeader, unmatchedHeader } from './parse-header';

const mapped = (header: string, delimiter = ',') => parseHeader(header.split(delimiter));

describe('headers', () => {
  it.each([
    ['Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model'],
    ['Device serial number,Windows product ID,Hardware hash,Manufacturer Name,Device Model'],
    ['\ufeffdevice_serial-number , WINDOWS PRODUCT ID,Hardware hash*(optional)*,Manufacturer name [text],Device model'],
    ['SerialNumber,productKey,hardwareHash,oemManufacturerName,modelName'],
    ['Serial Number,Product Key,Hash,Manufacturer,Model'],
  ])('%s are understood', (header) => {
    expect(mapped(header)).toMatchObject({
      at: { serial: 0, productKey: 1, hash: 2, manufacturer: 3, model: 4 },
      ignored: [],
    });
  });

  it('come in any order, and the ones that mean nothing here are named', () => {
    const columns = mapped('Site;Manufacturer;Model;Serial Number;Hardware Hash;Group Tag;Assigned User;Price;', ';');
    expect(columns.at).toEqual({ manufacturer: 1, model: 2, serial: 3, hash: 4, groupTag: 5, assignedUser: 6 });
    expect(columns.ignored).toEqual(['Site', 'Price']);
    expect(columns.headers).toHaveLength(8);
  });

  it.each(['Order Number', 'Order ID', 'Purchase order', 'PO number', 'purchaseOrderIdentifier'])(
    '"%s" is an order number',
    (header) => expect(mapped(`Serial Number,${header}`).at).toEqual({ serial: 0, orderNumber: 1 }),
  );

  it('of Intune that once meant the group tag are no order number', () => {
    expect(mapped('Serial Number,orderIdentifier').ignored).toEqual(['orderIdentifier']);
  });

  it('are compared without full-width forms and remarks', () => {
    expect(headerKey('Ｈａｒｄｗａｒｅ Hash (base64) {4K}')).toBe('hardwarehash');
  });

  it('are refused when two mean the same, or there are too many', () => {
    expect(() => mapped('Serial Number,Device Serial Number')).toThrow('"Serial Number" and "Device Serial Number"');
    expect(() => mapped(Array.from({ length: 51 }, (_, at) => `Column ${at}`).join(','))).toThrow('51 columns');
  });

  it('are refused with characters that no engine stores, and may span lines', () => {
    expect(() => mapped('Serial Number,Mod\u0000el')).toThrow('column 2');
    expect(mapped('Hardware\nHash').at).toEqual({ hash: 0 });
  });

  it('that are not understood are named to the person', () => {
    expect(unmatchedHeader(mapped('Seriennummer,Manufacturer name,Device model')).message).toContain('"Seriennummer"');
  });
});
