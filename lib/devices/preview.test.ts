import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { devices } from '@/db/schema';
import { storedDevices } from '@/lib/testing/devices';
import { deviceFile, newRegistrar, sampleFile, upload } from '@/lib/testing/uploads';
import { workbookOf } from '@/lib/testing/workbooks';
import { checkDevices } from './check-queries';
import type { Mapping } from './column-mapping';
import { type AskServer, Preview, type PreviewEvent } from './preview';
import type { PreviewRow } from './preview-rows';

const nobodyThere: AskServer = async () => null;
const allNew: AskServer = async (asked) => asked.map(() => null);

interface Given {
  ask?: AskServer;
  recalled?: Mapping;
}

/** A preview, and what a page would show of what it told. */
function newPreview(content: string | Buffer<ArrayBuffer>, { ask = allNew, recalled }: Given = {}) {
  const events: PreviewEvent[] = [];
  const file = new File([content], 'devices.csv');
  const preview = new Preview(
    file,
    async () => recalled ?? null,
    ask,
    (event) => events.push(event),
  );
  const rows = () => {
    const shown = new Map<number, PreviewRow>();
    for (const event of events) {
      if (event.type === 'rows' && event.replace) shown.clear();
      if (event.type === 'rows' || event.type === 'checked') for (const row of event.rows) shown.set(row.row, row);
      if (event.type === 'row') shown.set(event.row.row, event.row);
    }
    return shown;
  };
  const last = <Type extends PreviewEvent['type']>(type: Type) =>
    events.findLast((event): event is Extract<PreviewEvent, { type: Type }> => event.type === type);
  const counts = () => events.findLast((event) => event.type === 'rows' || event.type === 'checked')?.counts;
  return { preview, events, rows, last, counts };
}

const row = (serial: string, more = ',,Contoso,Atlas') => `${serial},${more}`;

describe('a preview', () => {
  it('finds in a sample what registering it finds', async () => {
    const { preview, rows, counts, last } = newPreview(sampleFile('07-ten-rows-three-good.csv') as Buffer<ArrayBuffer>);
    await preview.open();
    expect(counts()).toEqual({ total: 10, good: 3, unchanged: 0, rejected: 7, dropped: 0, unchecked: 0 });
    expect([...rows().values()].map(({ row: at, line, fault }) => [at, line, fault?.code ?? null])).toEqual([
      [1, 2, null],
      [2, 3, 'no_identity'],
      [3, 4, 'duplicate_in_file'],
      [4, 5, 'spreadsheet_damage'],
      [5, 6, 'bad_hash'],
      [6, 7, 'too_many_cells'],
      [7, 8, null],
      [8, 9, null],
      [9, 10, 'no_identity'],
      [10, 11, 'bad_characters'],
    ]);
    expect(last('done')).toBeDefined();
  });

  it('says how it read the file and what it does not read', async () => {
    const { preview, last } = newPreview(
      Buffer.from('\ufeffSerial number;Lager;Manufacturer;Model\r\nS1;7;Contoso;Atlas\r\n', 'utf16le'),
    );
    await preview.open();
    expect(last('columns')).toMatchObject({
      source: { kind: 'csv', encoding: 'utf-16le', delimiter: ';' },
      columns: { at: { serial: 0, manufacturer: 2, model: 3 }, ignored: ['Lager'] },
    });
  });

  it('reads a workbook, naming its sheet', async () => {
    const { preview, last, counts } = newPreview(
      workbookOf({
        Notes: [[]],
        Devices: [
          ['Serial number', 'Manufacturer', 'Model'],
          ['S1', 'Contoso', 'Atlas'],
        ],
      }),
    );
    await preview.open();
    expect(last('columns')?.source).toEqual({ kind: 'xlsx', sheet: 'Devices', sheets: 2 });
    expect(counts()).toMatchObject({ total: 1, good: 1 });
  });

  it('says why a file cannot be read', async () => {
    for (const [content, words] of [
      ['', 'empty'],
      ['PK\x03\x04zip', 'zip file'],
      [deviceFile('S1,,,"Contoso,Atlas'), 'quotation mark'],
      [deviceFile(), 'no rows'],
      ['\n'.repeat(2_000_000), 'no rows'],
      [deviceFile('x'.repeat(20_000_000)), 'longer than any row'],
      [`${'serial,'.repeat(100_000)}\r\nS1\r\n`, 'the limit is 50'],
    ] as const) {
      const { preview, last } = newPreview(content);
      await preview.open();
      expect(last('failed')?.message).toContain(words);
    }
  });
});

describe('columns that are not understood are asked for', () => {
  it('with the best guess, and read as the answer says', async () => {
    const { preview, last, events, counts } = newPreview(
      sampleFile('05-spreadsheet-semicolon-windows1252.csv') as Buffer<ArrayBuffer>,
    );
    await preview.open();
    expect(events.map(({ type }) => type)).toEqual(['planned']);
    const plan = last('planned')?.plan;
    expect(plan?.question.why).toBe('unknown_header');
    expect(plan?.question.rows[0]?.[0]).toBe('MüN-0000');
    expect(plan?.meaning).toEqual({
      mapping: ['serial', 'productKey', 'hash', 'manufacturer', 'model'],
      header: 'first',
    });
    if (plan) await preview.read(plan.meaning);
    expect(counts()).toMatchObject({ total: 6, good: 6 });
  });

  it('not when the partner said it before', async () => {
    const recalled: Mapping = ['serial', 'productKey', 'hash', 'manufacturer', 'model'];
    const { preview, counts, last } = newPreview(
      sampleFile('05-spreadsheet-semicolon-windows1252.csv') as Buffer<ArrayBuffer>,
      { recalled },
    );
    await preview.open();
    expect(last('planned')?.plan).toMatchObject({ meaning: { mapping: recalled }, question: { why: null } });
    expect(counts()).toMatchObject({ good: 6 });
  });

  it('when there is no header, the first line counting as a device', async () => {
    const { preview, last, counts } = newPreview('5CG0000001,Contoso,Atlas 13\r\n5CG0000002,Contoso,Atlas 13\r\n');
    await preview.open();
    const plan = last('planned')?.plan;
    expect(plan).toMatchObject({
      meaning: { mapping: ['serial', 'manufacturer', 'model'], header: 'none' },
      question: { why: 'no_header' },
    });
    if (plan) await preview.read(plan.meaning);
    expect(counts()).toMatchObject({ total: 2, good: 2 });
  });

  it('when two columns mean the same', async () => {
    const { preview, last } = newPreview('Serial,Serial number,Manufacturer,Model\r\nS1,S2,Contoso,Atlas\r\n');
    await preview.open();
    expect(last('planned')?.plan.question.why).toBe('unknown_header');
  });
});

describe('a row that is changed', () => {
  const content = deviceFile(row('S1'), row('S1'), row('S3', ',,Contoso,'), row('S4'));

  it('is evaluated again with all others', async () => {
    const { preview, rows, counts } = newPreview(content);
    await preview.open();
    expect(counts()).toMatchObject({ good: 2, rejected: 2 });
    const at = (number: number) => rows().get(number) as PreviewRow;
    await preview.edit(at(3), { cells: ['S3', '', '', 'Contoso', 'Atlas'] });
    expect(at(3)).toMatchObject({ status: 'good', edited: true });
    await preview.edit(at(1), { dropped: true });
    expect(at(1).status).toBe('dropped');
    // Row 2 repeated row 1, which is no longer there.
    expect(counts()).toEqual({ total: 4, good: 3, unchanged: 0, rejected: 0, dropped: 1, unchecked: 0 });
    await preview.edit(at(1), { dropped: false });
    expect(at(2).fault?.code).toBe('duplicate_in_file');
  });

  it('makes a file of the original columns that registers what the preview said', async () => {
    const { actor, customerId } = await newRegistrar();
    const serial = crypto.randomUUID().slice(0, 8);
    const file = `Seriennummer;Marke;Typ;Lager\r\n${serial}-1;Contoso;=Atlas;"7;8"\r\n${serial}-2;Contoso;;1\r\n${serial}-3;Contoso;X;2\r\n`;
    const { preview, rows } = newPreview(file);
    await preview.open();
    await preview.read({ mapping: ['serial', 'manufacturer', 'model', null], header: 'first' });
    expect(await (await preview.outcome()).text()).toBe(file);
    await preview.edit(rows().get(2) as PreviewRow, { cells: [`${serial}-2`, 'Contoso', 'Müller', '1'] });
    await preview.edit(rows().get(3) as PreviewRow, { dropped: true });
    const outcome = await preview.outcome();
    expect(outcome.name).toBe('devices-corrected.csv');
    const result = await upload(actor, customerId, Buffer.from(await outcome.arrayBuffer()), {
      columns: 'serial,manufacturer,model,',
    });
    expect(result).toMatchObject({ registered: 2, rejected: 0, ignoredColumns: ['Lager'] });
    const models = (await storedDevices(customerId)).map(({ model }) => model);
    expect(models.sort()).toEqual(['=Atlas', 'Müller']);
  });

  it('without a header stays without one, and what nobody could read whole is left out', async () => {
    const { preview, rows } = newPreview(
      '5CG0000001,Contoso,Atlas\n5CG0000002,"Con"toso",Atlas\n5CG0000003,Contoso,Atlas\n',
    );
    await preview.open();
    await preview.read({ mapping: ['serial', 'manufacturer', 'model'], header: 'none' });
    expect(rows().get(2)?.status).toBe('rejected');
    await preview.edit(rows().get(3) as PreviewRow, { cells: ['5CG0000003', 'Contoso', 'Atlas 13'] });
    const text = await (await preview.outcome()).text();
    expect(text.replace('\ufeff', '').split('\r\n')).toEqual([
      '5CG0000001,Contoso,Atlas',
      '5CG0000003,Contoso,Atlas 13',
      '',
    ]);
  });
});

it('changes are forgotten when the first line turns out to be a device, or none', async () => {
  const { preview, rows, counts } = newPreview(deviceFile(row('S1'), row('S2')));
  await preview.open();
  await preview.edit(rows().get(1) as PreviewRow, { dropped: true });
  const mapping: Mapping = ['serial', null, null, 'manufacturer', 'model'];
  await preview.read({ mapping, header: 'first' });
  expect(counts()).toMatchObject({ total: 2, dropped: 1 });
  await preview.read({ mapping, header: 'none' });
  expect(counts()).toMatchObject({ total: 3, dropped: 0 });
});

describe('what is registered already', () => {
  const hash = randomBytes(3000).toString('base64');

  it('is asked of the server, a thousand at a time, and once', async () => {
    const asked: number[] = [];
    const ask: AskServer = async (some) => {
      asked.push(some.length);
      return some.map(({ serial }) =>
        serial === 'S7'
          ? { code: 'already_registered', field: 'serial' }
          : serial === 'S8'
            ? { code: 'other_tenant', field: 'serial' }
            : null,
      );
    };
    const { preview, rows, counts } = newPreview(
      deviceFile(...Array.from({ length: 2500 }, (_, at) => row(`S${at}`)), row('S7')),
      { ask },
    );
    await preview.open();
    expect(asked).toEqual([1000, 1000, 500]);
    expect(counts()).toEqual({ total: 2501, good: 2498, unchanged: 1, rejected: 2, dropped: 0, unchecked: 0 });
    expect(rows().get(9)).toMatchObject({
      status: 'rejected',
      fault: { code: 'other_tenant', column: 'Device Serial Number' },
    });
    await preview.edit(rows().get(9) as PreviewRow, { cells: ['S9000', '', '', 'Contoso', 'Atlas'] });
    expect(asked).toEqual([1000, 1000, 500, 1]);
    expect(counts()).toMatchObject({ good: 2499, unchanged: 1, rejected: 1 });
  });

  it('stays open when the server cannot be asked', async () => {
    const { preview, counts, last } = newPreview(deviceFile(row('S1')), { ask: nobodyThere });
    await preview.open();
    expect(counts()).toMatchObject({ good: 1, unchecked: 1 });
    expect(last('done')).toBeDefined();
  });

  it('is answered like the upload itself would be, and nothing is written', async () => {
    const mine = await newRegistrar();
    const theirs = await newRegistrar();
    const serial = crypto.randomUUID();
    const key = String(1e12 + Math.floor(Math.random() * 8e12));
    await upload(mine.actor, mine.customerId, deviceFile(row(`${serial}-1`), `,${key},,,`));
    await upload(theirs.actor, theirs.customerId, deviceFile(`${serial}-3,,${hash},Contoso,Atlas`));
    const before = await db.select().from(devices);
    const ask: AskServer = (some) => checkDevices(mine.actor, { customerId: mine.customerId, devices: some });
    const file = deviceFile(
      row(`${serial}-1`),
      `,${key},,,`,
      `X,,${hash},,`,
      row(`${serial}-1`, `${key},,Contoso,Other`),
      row(`${serial}-9`),
    );
    const { preview, rows, counts } = newPreview(file, { ask });
    await preview.open();
    expect(counts()).toMatchObject({ unchecked: 0 });
    expect([1, 2, 3, 4, 5].map((at) => rows().get(at)?.fault?.code ?? null)).toEqual([
      'already_registered',
      'already_registered',
      'other_tenant',
      'duplicate_in_file',
      null,
    ]);
    expect(await db.select().from(devices)).toEqual(before);
    const digest = createHash('sha256').update(hash, 'base64').digest('hex');
    const one = { serial: null, manufacturer: '', model: '', productKey: null, hashDigest: digest };
    expect(await checkDevices(mine.actor, { customerId: mine.customerId, devices: [one] })).toEqual([
      { code: 'other_tenant', field: 'hash' },
    ]);
    await expect(checkDevices(mine.actor, { customerId: theirs.customerId, devices: [one] })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
