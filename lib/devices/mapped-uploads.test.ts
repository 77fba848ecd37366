import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { storedDevices } from '@/lib/testing/devices';
import { deviceFile, newRegistrar, send, upload } from '@/lib/testing/uploads';
import { readDevice } from './device-queries';
import { readRejectedCsv } from './rejected-queries';

const unique = () => crypto.randomUUID().slice(0, 13).toUpperCase();

describe('a file without a header', () => {
  const rows = (serial: string) =>
    `${serial}-1;Müller;Atlas 13\r\n\r\n${serial}-2;Müller;Atlas 13\r\n${serial}-3;;\r\n`;

  it('is refused with a question, and read when the answer comes with it', async () => {
    const { actor, customerId } = await newRegistrar();
    const serial = unique();
    await expect(send(actor, customerId, rows(serial))).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('no header'),
    });
    const result = await upload(actor, customerId, rows(serial), {
      header: 'none',
      columns: 'serial,manufacturer,model',
    });
    expect(result).toMatchObject({ total: 3, registered: 2, rejected: 1 });
    expect(result.rows.map(({ row, line }) => [row, line])).toEqual([
      [1, 1],
      [2, 3],
      [3, 4],
    ]);
    expect((await storedDevices(customerId)).map((device) => device.manufacturer)).toEqual(['Müller', 'Müller']);
    const lines: string[] = [];
    for await (const line of await readRejectedCsv(actor, { id: result.id })) lines.push(line);
    expect(lines.join('')).toContain('Device Serial Number,Manufacturer name,Device model,Reason,Code');
  });

  it('needs its columns named', async () => {
    const { actor, customerId } = await newRegistrar();
    await expect(send(actor, customerId, rows('X1'), { header: 'none' })).rejects.toMatchObject({
      status: 400,
      fields: { columns: expect.any(String) },
    });
  });
});

describe('what a partner said of a header', () => {
  const file = (serial: string) => `Kennung,Marke,Typ,Lager\r\n${serial},Contoso,Atlas,7\r\n`;
  const columns = 'serial,manufacturer,model,';

  it('counts for the next file with it, and for no other partner', async () => {
    const mine = await newRegistrar();
    const theirs = await newRegistrar();
    const first = await upload(mine.actor, mine.customerId, file(unique()), { columns });
    expect(first).toMatchObject({ registered: 1, ignoredColumns: ['Lager'] });
    expect(await upload(mine.actor, mine.customerId, file(unique()))).toMatchObject({ registered: 1 });
    await expect(send(theirs.actor, theirs.customerId, file(unique()))).rejects.toMatchObject({ status: 422 });
  });

  it('is replaced by what the partner says later', async () => {
    const { actor, customerId } = await newRegistrar();
    await upload(actor, customerId, file(unique()), { columns });
    await upload(actor, customerId, file(unique()), { columns: 'serial,manufacturer,model,groupTag' });
    await upload(actor, customerId, file(unique()));
    expect((await storedDevices(customerId)).map((device) => device.groupTag)).toEqual([null, '7', '7']);
  });

  it('tells two columns apart that seem to mean the same', async () => {
    const { actor, customerId } = await newRegistrar();
    const two = () => `Serial,Serial number,Manufacturer,Model\r\nold,${unique()},Contoso,Atlas\r\n`;
    await expect(send(actor, customerId, two())).rejects.toMatchObject({
      message: expect.stringContaining('mean the same'),
    });
    await upload(actor, customerId, two(), { columns: ',serial,manufacturer,model' });
    expect(await upload(actor, customerId, two())).toMatchObject({ registered: 1, ignoredColumns: ['Serial'] });
  });

  it('changes nothing about a header that is understood by itself', async () => {
    const { actor, customerId } = await newRegistrar();
    const known = (serial: string) => `Serial number,Manufacturer,Model,Group Tag\r\n${serial},Contoso,Atlas,Sales\r\n`;
    await upload(actor, customerId, known(unique()), { columns });
    await upload(actor, customerId, known(unique()));
    expect((await storedDevices(customerId)).map((device) => device.groupTag)).toEqual([null, 'Sales']);
  });

  it('belongs to the request that an Idempotency-Key names', async () => {
    const { actor, customerId, partner } = await newRegistrar();
    const content = file(unique());
    const first = await send(actor, customerId, content, { columns, key: 'mapped' });
    expect(await send(actor, customerId, content, { columns, key: 'mapped' })).toEqual(first);
    for (const other of [
      { columns: 'serial,manufacturer,model,groupTag' },
      { groupTag: 'Sales' },
      { orderNumber: 'PO-1' },
    ]) {
      await expect(send(actor, customerId, content, { columns, ...other, key: 'mapped' })).rejects.toMatchObject({
        status: 409,
      });
    }
    expect(await db.select().from(uploads).where(eq(uploads.partnerId, partner.id))).toHaveLength(1);
  });
});

it('a group tag for all is taken where a row has none of its own', async () => {
  const { actor, customerId } = await newRegistrar();
  const [one, two] = [unique(), unique()];
  const file = `Serial number,Manufacturer,Model,Group Tag\r\n${one},Contoso,Atlas,Sales\r\n${two},Contoso,Atlas,\r\n`;
  await upload(actor, customerId, file, { groupTag: ' Field ' });
  await upload(actor, customerId, deviceFile(`${unique()},,,Contoso,Atlas`), { groupTag: '' });
  expect((await storedDevices(customerId)).map((device) => device.groupTag).sort()).toEqual(
    ['Field', 'Sales', null].sort(),
  );
});

it('an order number for all is taken where a row has none of its own, and shown with the device', async () => {
  const { actor, customerId } = await newRegistrar();
  const [one, two] = [unique(), unique()];
  const header = 'Serial number,Manufacturer,Model,Purchase order';
  await upload(actor, customerId, `${header}\r\n${one},Contoso,Atlas,PO-1\r\n${two},Contoso,Atlas,\r\n`, {
    orderNumber: ' PO-2 ',
  });
  await upload(actor, customerId, deviceFile(`${unique()},,,Contoso,Atlas`), { orderNumber: '' });
  const stored = await storedDevices(customerId);
  expect(stored.map(({ orderNumber }) => orderNumber).sort()).toEqual(['PO-1', 'PO-2', null].sort());
  const deviceId = stored.find(({ serial }) => serial === two)?.id ?? '';
  expect(await readDevice(actor, { deviceId })).toMatchObject({ orderNumber: 'PO-2' });
});
