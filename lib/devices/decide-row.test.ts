import { describe, expect, it } from 'vitest';
import type { DeviceKeys, FoundDevice } from '@/db/bulk/devices';
import { decideRow } from './decide-row';

const keys = (given: Partial<DeviceKeys>): DeviceKeys => ({
  serial: null,
  manufacturer: '',
  model: '',
  productKey: null,
  hashDigest: null,
  ...given,
});
const make = { manufacturer: 'Contoso', model: 'Atlas' };
const old = { serial: 'OLD', ...make };
const hash = { hashDigest: Buffer.from('old') };

/** The repaired device as it is now: another board, and the product key it always had. */
const repaired = (given: Partial<FoundDevice> = {}): FoundDevice => ({
  ...keys({ serial: 'NEW', ...make, productKey: 'KEY' }),
  at: 0,
  id: 'repaired',
  customerId: 'ours',
  registrarId: 'us',
  ...given,
});
const another = (given: Partial<FoundDevice>) => repaired({ ...keys({}), id: 'another', ...given });
const former = [{ ...keys({ ...old, productKey: 'KEY', ...hash }), at: 0, id: 'repaired', registrarId: 'us' }];

const decide = (row: Partial<DeviceKeys>, found: FoundDevice[], own = 'us') =>
  decideRow(keys(row), found, { customerId: 'ours', own: new Set([own]) }, former);

describe('a row that names what a device was before its repair', () => {
  it.each([
    ['by serial number and make', old, []],
    ['by serial number alone', { serial: 'OLD' }, []],
    ['by its hash', hash, []],
    ['with what was not replaced', { ...old, productKey: 'KEY' }, [repaired()]],
    ['though that hardware is another customer’s now', old, [another({ ...old, customerId: 'theirs' })]],
  ])('is that device, %s', (_name, row, found) => {
    expect(decide(row, found)).toMatchObject({ code: 'already_registered', repaired: true });
  });

  it('is told of another registrar where that holds the device', () => {
    expect(decide(old, [], 'others')).toEqual({ code: 'other_registrar', field: 'serial' });
  });

  it.each([
    ['is a new device with another product key', { ...old, productKey: 'OTHER' }, [], undefined],
    [
      'is a device that was registered under it since',
      old,
      [another({ ...old, productKey: 'OTHER' })],
      { code: 'already_registered', field: 'serial' },
    ],
    [
      'is none where its rest is of another device',
      { ...old, productKey: 'OTHER' },
      [another({ productKey: 'OTHER', serial: 'X', ...make })],
      { code: 'identity_mismatch', field: 'productKey' },
    ],
    [
      'and another one’s hardware of now belongs to neither',
      { ...old, productKey: 'KEY' },
      [repaired(), another(old)],
      { code: 'identity_mismatch', field: 'productKey' },
    ],
  ])('%s', (_name, row, found, expected) => {
    expect(decide(row, found) ?? undefined).toEqual(expected);
  });
});

it('a row of the device as it is now is told nothing of the repair', () => {
  expect(decide({ serial: 'NEW', ...make }, [repaired()])).toEqual({ code: 'already_registered', field: 'serial' });
});
