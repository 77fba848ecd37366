import { describe, expect, it } from 'vitest';
import type { RowDevice } from './row-rules';
import { SeenRows } from './seen-rows';

const device = (given: Partial<RowDevice>): RowDevice => ({
  serial: null,
  manufacturer: '',
  model: '',
  productKey: null,
  hash: null,
  groupTag: null,
  assignedUser: null,
  orderNumber: null,
  ...given,
});
const tuple = (serial: string, manufacturer = 'Contoso', model = 'Atlas') => device({ serial, manufacturer, model });

function earlierOf(...devices: RowDevice[]) {
  const seen = new SeenRows();
  return devices.map((each, at) => seen.add(each, at + 1));
}
const last = <T>(list: T[]): T | undefined => list.at(-1);

describe('a device that an earlier row of the file named', () => {
  it.each([
    ['by product key', [device({ productKey: 'P' }), device({ productKey: 'P' })], [{ by: 'productKey', row: 1 }]],
    ['by serial number and make', [tuple('S'), tuple('S')], [{ by: 'serial', row: 1 }]],
    ['by hash', [device({ hash: 'H' }), device({ hash: 'H', serial: 'S' })], [{ by: 'hash', row: 1 }]],
    ['by a serial number without a make, after one with', [tuple('S'), tuple('S', '', '')], [{ by: 'serial', row: 1 }]],
    ['by a serial number with a make, after one without', [tuple('S', '', ''), tuple('S')], [{ by: 'serial', row: 1 }]],
    [
      'by serial number and a make that was not the first of that number',
      [tuple('S'), tuple('S', 'Contoso', 'Atlas 2'), tuple('S', 'Contoso', 'Atlas 2')],
      [{ by: 'serial', row: 2 }],
    ],
    [
      'twice the same machine, two hashes',
      [device({ serial: 'S', hash: 'A' }), device({ serial: 'S', hash: 'B' })],
      [{ by: 'serial', row: 1 }],
    ],
    [
      'by two rows at once',
      [device({ productKey: 'P' }), tuple('S'), { ...tuple('S'), productKey: 'P' }],
      [
        { by: 'productKey', row: 1 },
        { by: 'serial', row: 2 },
      ],
    ],
  ])('%s', (_name, devices, expected) => {
    expect(last(earlierOf(...devices))).toEqual(expected);
  });

  it.each([
    ['another make', [tuple('S'), tuple('S', 'Contoso', 'Atlas 2')]],
    ['a third make', [tuple('S'), tuple('S', 'Contoso', 'Atlas 2'), tuple('S', 'Contoso', 'Atlas 3')]],
    ['another case', [tuple('S'), tuple('s')]],
    ['a product key that spells another row’s serial number', [tuple('P'), device({ productKey: 'P' })]],
  ])('is not one with %s', (_name, devices) => {
    expect(last(earlierOf(...devices))).toEqual([]);
  });

  it('was not taken when its row was itself a repetition', () => {
    const found = earlierOf(device({ productKey: 'P' }), { ...tuple('S'), productKey: 'P' }, tuple('S'));
    expect(found.map((earlier) => earlier.length)).toEqual([0, 1, 0]);
  });

  it('is found among many, and nothing else is', () => {
    const seen = new SeenRows();
    let repeated = 0;
    for (let row = 1; row <= 300_000; row++) repeated += seen.add(tuple(`CS1-${row}`), row).length;
    expect(repeated).toBe(0);
    expect(seen.add(tuple('CS1-31415'), 300_001)).toEqual([{ by: 'serial', row: 31_415 }]);
  });
});
