import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { consents, uploads } from '@/db/schema';
import { now } from '@/lib/clock';
import { newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, sampleFile, send, upload } from '@/lib/testing/uploads';
import { readRejectedCsv } from './rejected-queries';
import { listUploads, readUpload, readUploadPage, readUploadRows, uploadTarget } from './upload-queries';

const word = `Q${process.pid}`;
const goodRow = (at: number) => `${word}-${at},,,Contoso Devices,Atlas 13`;

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('the results of an upload', () => {
  it('come in file order, page by page, filtered or not', async () => {
    const { actor, customerId } = await newRegistrar();
    const rows = Array.from({ length: 2300 }, (_, at) => (at % 10 === 9 ? ',,,Contoso,Atlas' : goodRow(at)));
    const { id } = await upload(actor, customerId, deviceFile(...rows));

    const read: number[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: Awaited<ReturnType<typeof readUploadRows>> = await readUploadRows(actor, { id, after, limit: 700 });
      read.push(...page.items.map((item) => item.row));
      after = page.next;
    }
    expect(read).toEqual(rows.map((_, at) => at + 1));

    const third = await readUploadPage(actor, { id, status: 'rejected', page: 3, pageSize: 50 });
    expect(third.total).toBe(230);
    expect(third.items.map((item) => item.row)).toEqual(Array.from({ length: 50 }, (_, at) => (100 + at) * 10 + 10));
    const all = await readUploadPage(actor, { id, page: 11, pageSize: 100 });
    expect([all.total, all.items.at(0)?.row, all.items.at(-1)?.row]).toEqual([2300, 1001, 1100]);
    const beyond = await readUploadPage(actor, { id, status: 'unchanged', page: 1 });
    expect(beyond).toEqual({ items: [], total: 0 });
  });

  it('stay readable for the partner when consent has ended, and to nobody else ever', async () => {
    const mine = await newRegistrar();
    const other = await newRegistrar();
    const helpdesk = await newPerson(mine.partner, 'helpdesk_agent');
    const { id } = await upload(mine.actor, mine.customerId, deviceFile(goodRow(100_000)));
    await db.update(consents).set({ revokedAt: now() }).where(eq(consents.id, mine.consentId));
    await expect(readUpload(mine.actor, { id })).resolves.toMatchObject({ id, registered: 1 });
    for (const read of [readUpload, readUploadRows, readUploadPage, readRejectedCsv]) {
      const theirs = await read(other.actor, { id }).catch((error: unknown) => error);
      const random = await read(other.actor, { id: crypto.randomUUID() }).catch((error: unknown) => error);
      expect(theirs).toMatchObject({ code: 'not_found' });
      expect(String(theirs)).toBe(String(random));
      await expect(read(helpdesk, { id })).rejects.toMatchObject({ code: 'denied' });
      await expect(read(mine.customer.admin, { id })).rejects.toMatchObject({ code: 'denied' });
    }
    await expect(uploadTarget(mine.actor, { customerId: mine.customerId })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(listUploads(mine.actor, { customerId: mine.customerId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('do not exist while the file is still being received', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await send(actor, customerId, deviceFile(goodRow(200_000)));
    await db.update(uploads).set({ state: 'receiving' }).where(eq(uploads.id, id));
    await expect(readUpload(actor, { id })).rejects.toMatchObject({ code: 'not_found' });
    expect(await listUploads(actor, { customerId })).toEqual({ items: [], total: 0 });
  });
});

describe('rejected.csv', () => {
  it('has the columns as they came, then reason and code, and surplus cells last', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await upload(
      actor,
      customerId,
      deviceFile(
        `${goodRow(300_000)}`,
        '"=cmd|1",1.23457E+12,,"Contoso ""X""",Atlas',
        '',
        'S,,,Contoso, Inc.,Atlas 13',
        ' lone ,,,,',
      ),
    );
    const text = await textOf(await readRejectedCsv(actor, { id }));
    const [, second, third, fourth] = (await readUploadRows(actor, { id })).items;
    expect(text.split('\r\n')).toEqual([
      '\ufeffDevice Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model,Reason,Code',
      `'=cmd|1,1.23457E+12,,"Contoso ""X""",Atlas,${second?.message},spreadsheet_damage`,
      `S,,,Contoso," Inc.",${third?.message},too_many_cells,Atlas 13`,
      `" lone ",,,,,"${fourth?.message}",no_identity`,
      '',
    ]);
  });

  it('can be mended and uploaded again', async () => {
    const { actor, customerId } = await newRegistrar();
    const first = await upload(actor, customerId, sampleFile('07-ten-rows-three-good.csv'));
    const text = await textOf(await readRejectedCsv(actor, { id: first.id }));
    const unmended = await upload(actor, customerId, text);
    expect(unmended.ignoredColumns).toEqual(['Reason', 'Code']);
    const codes = (rows: typeof first.rows) => rows.filter((row) => row.status === 'rejected').map((row) => row.code);
    // Without row 1 beside it, the repetition is a device that is registered already.
    expect(codes(unmended.rows)).toEqual(codes(first.rows).filter((code) => code !== 'duplicate_in_file'));
    expect(unmended.unchanged).toBe(1);
    const mended = await upload(actor, customerId, text.replace('1.23457E+12', '1234567890123'));
    expect(mended.registered).toBe(1);
  });

  it('is a header alone when nothing was rejected', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await upload(actor, customerId, deviceFile(goodRow(400_000)));
    expect((await textOf(await readRejectedCsv(actor, { id }))).trim().split('\r\n')).toHaveLength(1);
  });
});
