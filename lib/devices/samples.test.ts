import { describe, expect, it } from 'vitest';
import { storedDevices } from '@/lib/testing/devices';
import { newRegistrar, sampleFile, send, upload } from '@/lib/testing/uploads';

describe('the sample files', () => {
  // The samples hold the same devices for everyone, and a device belongs to one customer: so all of them go to one.
  const registrar = newRegistrar();

  it.each([
    ['01-template-tuple.csv', 25],
    ['02-template-product-keys.csv', 25],
    ['03-script-utf16le.csv', 4],
    ['04-collector-all-quoted-bom.csv', 3],
    ['06-api-names.csv', 10],
  ])('%s: %i registered', async (name, registered) => {
    const { actor, customerId } = await registrar;
    const result = await upload(actor, customerId, sampleFile(name), { batch: name, piece: 777 });
    expect(result).toMatchObject({ state: 'finished', total: registered, registered, unchanged: 0, rejected: 0 });
    expect(result.rows.every((row) => row.status === 'registered' && row.code === null)).toBe(true);
  });

  it('03 keeps group tag, user and hash; 06 keeps the group tag', async () => {
    const { customerId } = await registrar;
    const rows = await storedDevices(customerId);
    expect(rows.filter((row) => row.groupTag === 'Sales' && row.assignedUser?.includes('@'))).toHaveLength(4);
    expect(rows.filter((row) => row.groupTag === 'Field')).toHaveLength(10);
    const device = rows.find(({ serial }) => serial === '5CG0000000');
    expect(device?.hash?.toString('base64')).toHaveLength(4000);
  });

  it('05 is refused naming the header that is not understood, and leaves nothing', async () => {
    const { actor, customerId } = await newRegistrar();
    const sending = send(actor, customerId, sampleFile('05-spreadsheet-semicolon-windows1252.csv'));
    await expect(sending).rejects.toMatchObject({ status: 422, message: expect.stringContaining('"Seriennummer"') });
    expect(await storedDevices(customerId)).toEqual([]);
  });

  it('05 with its columns named: 6 registered, the umlaut intact; and the next time by itself', async () => {
    const { actor, customerId } = await newRegistrar();
    const file = sampleFile('05-spreadsheet-semicolon-windows1252.csv');
    const columns = 'serial,productKey,hash,manufacturer,model';
    const mapped = await upload(actor, customerId, file, { columns });
    expect(mapped).toMatchObject({ state: 'finished', total: 6, registered: 6, rejected: 0, ignoredColumns: [] });
    const rows = await storedDevices(customerId);
    expect(rows).toHaveLength(6);
    expect(rows[0]?.serial).toBe('MüN-0000');
    const again = await upload(actor, customerId, file);
    expect(again).toMatchObject({ state: 'finished', total: 6, unchanged: 6, rejected: 0 });
  });

  it('07: 3 registered, 7 rejected, each with its code, line and column', async () => {
    const { actor, customerId } = await newRegistrar();
    const result = await upload(actor, customerId, sampleFile('07-ten-rows-three-good.csv'));
    expect(result).toMatchObject({
      state: 'finished_with_errors',
      total: 10,
      registered: 3,
      unchanged: 0,
      rejected: 7,
    });
    expect(result.rows.map(({ row, line, status, code, column }) => [row, line, status, code, column])).toEqual([
      [1, 2, 'registered', null, null],
      [2, 3, 'rejected', 'no_identity', 'Device Serial Number'],
      [3, 4, 'rejected', 'duplicate_in_file', 'Device Serial Number'],
      [4, 5, 'rejected', 'spreadsheet_damage', 'Windows Product ID'],
      [5, 6, 'rejected', 'bad_hash', 'Hardware Hash'],
      [6, 7, 'rejected', 'too_many_cells', 'Column 6'],
      [7, 8, 'registered', null, null],
      [8, 9, 'registered', null, null],
      [9, 10, 'rejected', 'no_identity', 'Device model'],
      [10, 11, 'rejected', 'bad_characters', 'Device Serial Number'],
    ]);
    expect(result.rows[2]?.message).toContain('Row 1');
    expect(result.rows[7]?.notices).toEqual([expect.stringContaining('Blanks')]);
    expect((await storedDevices(customerId)).map(({ serial, model }) => [serial, model])).toEqual([
      ['OK-0001', 'Atlas 13'],
      ['OK-0005', 'Atlas "13"'],
      ['OK-0006', 'Atlas 13'],
    ]);
  });
});
