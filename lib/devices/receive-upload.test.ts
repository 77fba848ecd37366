import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, batches, consents, jobs, uploadParts, uploads } from '@/db/schema';
import { now } from '@/lib/clock';
import { newCustomer, newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, send, templateHeader, upload, uploadRequestOf } from '@/lib/testing/uploads';
import { workbookOf, zipOf } from '@/lib/testing/workbooks';
import { receiveUpload } from './receive-upload';

const file = deviceFile('S1,,,Contoso,Atlas');
const uploadsOf = (partnerId: string) => db.select().from(uploads).where(eq(uploads.partnerId, partnerId));
const eventsOf = async (partnerId: string) => {
  const events = await db
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(eq(auditEvents.partnerId, partnerId))
    .orderBy(asc(auditEvents.id));
  return events.map((event) => event.action);
};

describe('a device file that arrives', () => {
  it('is kept byte for byte in parts, with its digest, batch, encoding and job', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    const big = deviceFile(...Array.from({ length: 60_000 }, (_, at) => `BIG-${at},,,Contoso Devices,Müller ${at}`));
    const { id } = await send(actor, customerId, big, { batch: '  Spring 2026 ', piece: 70_001 });
    const parts = await db
      .select({ content: uploadParts.content })
      .from(uploadParts)
      .where(eq(uploadParts.uploadId, id))
      .orderBy(asc(uploadParts.part));
    expect(parts.length).toBeGreaterThan(1);
    expect(Buffer.concat(parts.map((part) => part.content)).equals(Buffer.from(big))).toBe(true);
    const [kept] = await uploadsOf(partner.id);
    expect(kept).toMatchObject({
      id,
      state: 'received',
      bytes: Buffer.byteLength(big),
      sha256: createHash('sha256').update(big).digest('hex'),
      encoding: 'utf-8',
      total: 60_000,
      mode: 'keep_good',
      batchName: 'Spring 2026',
    });
    const [batch] = await db.select().from(batches).where(eq(batches.partnerId, partner.id));
    expect(batch).toMatchObject({ id: kept?.batchId, name: 'Spring 2026', nameKey: 'spring 2026', customerId });
    const queued = await db.select().from(jobs).where(eq(jobs.kind, 'upload.process'));
    expect(queued.filter((job) => job.payload.uploadId === id)).toHaveLength(1);
    expect(await eventsOf(partner.id)).toEqual(['upload.opened', 'upload.received']);
  });

  it('joins the batch of that name, without regard to case', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    await send(actor, customerId, file, { batch: 'Spring' });
    await send(actor, customerId, file, { batch: 'SPRING' });
    expect(await db.select().from(batches).where(eq(batches.partnerId, partner.id))).toHaveLength(1);
  });

  it('links the first upload of the same bytes', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    const first = await send(actor, customerId, file);
    const second = await send(actor, customerId, file);
    const third = await send(actor, customerId, file);
    const links = new Map((await uploadsOf(partner.id)).map((upload) => [upload.id, upload.sameAsId]));
    expect([links.get(first.id), links.get(second.id), links.get(third.id)]).toEqual([null, first.id, first.id]);
  });
});

const sheet = [templateHeader.split(','), [], ['X1', '', '', 'Müller', 'Atlas\n13'], ['X2', '', '', 'Müller', '']];
const workbook = workbookOf({ Devices: sheet });

describe('an Excel workbook', () => {
  it('is judged by the rows of its sheet, and digested as it came', async () => {
    const { actor, customerId, partner } = await newRegistrar();
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const result = await upload(actor, customerId, workbook, { headers: { 'Content-Type': type }, piece: 100 });
    expect(result).toMatchObject({ total: 2, registered: 0, rejected: 2, state: 'finished_with_errors' });
    expect(result.rows.map(({ row, line, code, column }) => [row, line, code, column])).toEqual([
      [1, 3, 'bad_characters', 'Device model'],
      [2, 4, 'no_identity', 'Device model'],
    ]);
    const [kept] = await uploadsOf(partner.id);
    const sha256 = createHash('sha256').update(workbook).digest('hex');
    expect(kept).toMatchObject({ bytes: workbook.length, sha256, format: 'xlsx' });
  });

  it('of many rows is read by the columns that are named', async () => {
    const { actor, customerId } = await newRegistrar();
    const serial = crypto.randomUUID();
    const rows = Array.from({ length: 12_000 }, (_, at) => [`${serial}-${at}`, 'Contoso', `Atlas ${at % 7}`]);
    const big = workbookOf({ Devices: [['Serial', 'Marke', 'Model'], ...rows] }, { strings: 'inline' });
    const result = await upload(actor, customerId, big, { columns: 'serial,manufacturer,model' });
    expect(result).toMatchObject({ state: 'finished', registered: 12_000 });
    expect(result.rows[999]).toMatchObject({ line: 1001, serialNumber: `${serial}-999` });
  });
});

describe('a device file that is refused leaves nothing behind', () => {
  it.each<[string, number, string, Parameters<typeof uploadRequestOf>[1], Parameters<typeof uploadRequestOf>[2]]>([
    ['another type', 415, 'text/csv', file, { headers: { 'Content-Type': 'application/json' } }],
    ['a zip named .csv', 415, 'a zip file', 'PK\x03\x04 and so on', {}],
    ['another program’s zip', 415, 'a zip file', zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' }), {}],
    ['a workbook cut in half', 422, 'damaged', workbook.subarray(0, workbook.length / 2), {}],
    ['a workbook of more than 50 MiB', 413, '50 MiB', Buffer.concat([workbook, Buffer.alloc(51 * 1024 ** 2)]), {}],
    ['an unknown header', 422, '"Seriennummer"', 'Seriennummer,Device model\r\nS1,Atlas\r\n', {}],
    ['an empty file', 422, 'is empty', '', {}],
    ['a header alone', 422, 'no rows', `${templateHeader}\r\n`, {}],
    [
      'a quotation mark never closed in its last part',
      422,
      'quotation mark',
      `${file.repeat(1)}${deviceFile(...Array.from({ length: 40_000 }, (_, at) => `Q-${at},,,Contoso,Atlas`)).slice(templateHeader.length)}Z,,,"Contoso`,
      {},
    ],
    ['fewer bytes than announced', 400, 'incomplete', file, { headers: { 'Content-Length': '500' } }],
    ['more than 2 GiB announced', 413, '2 GiB', file, { headers: { 'Content-Length': String(3 * 1024 ** 3) } }],
    ['no name for the batch', 400, 'batch', file, { batch: '  ' }],
    ['a batch name of 101 characters', 400, '100 characters', file, { batch: 'x'.repeat(101) }],
    ['a batch name with a control character', 400, 'batch', file, { batch: 'a\u0007b' }],
    ['an unknown mode', 400, 'mode', file, { mode: 'most' }],
    ['an Idempotency-Key of blanks', 400, 'Idempotency-Key', file, { key: 'a b' }],
  ])('%s: %i', async (_name, status, words, content, sending) => {
    const { actor, partner, customerId } = await newRegistrar();
    await expect(send(actor, customerId, content, sending)).rejects.toMatchObject({
      status,
      message: expect.stringContaining(words),
    });
    expect(await uploadsOf(partner.id)).toEqual([]);
    expect(await db.select().from(batches).where(eq(batches.partnerId, partner.id))).toEqual([]);
  });

  it('a missing batch parameter, naming it', async () => {
    const { actor, customerId } = await newRegistrar();
    const { body, headers } = uploadRequestOf(customerId, file);
    const request = { url: `http://localhost/api/uploads?customerId=${customerId}`, body, headers };
    await expect(receiveUpload(actor, request)).rejects.toMatchObject({
      status: 400,
      fields: { batch: expect.any(String) },
    });
  });

  it('a body that breaks off after its first parts', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    const { url, headers } = uploadRequestOf(customerId, file);
    let sent = 0;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        if (sent++ < 100) controller.enqueue(new Uint8Array(Buffer.from(deviceFile(...Array(2000).fill('S,,,C,A')))));
        else controller.error(new Error('aborted'));
      },
    });
    await expect(receiveUpload(actor, { url, headers, body })).rejects.toMatchObject({ status: 400 });
    expect(await uploadsOf(partner.id)).toEqual([]);
    expect(await eventsOf(partner.id)).toEqual(['upload.opened', 'upload.dropped']);
  });
});

describe('who may send a device file', () => {
  it('is not a helpdesk agent, nor a visitor; a sales agent may', async () => {
    const { partner, customerId } = await newRegistrar();
    const helpdesk = await newPerson(partner, 'helpdesk_agent');
    const sales = await newPerson(partner, 'sales_agent');
    await expect(send(helpdesk, customerId, file)).rejects.toMatchObject({ code: 'denied' });
    await expect(send(null, customerId, file)).rejects.toMatchObject({ code: 'signed_out' });
    await expect(send(sales, customerId, file)).resolves.toHaveProperty('id');
  });

  it('finds no customer that is unknown, another partner’s, without consent any more, or no id at all', async () => {
    const mine = await newRegistrar();
    const theirs = await newRegistrar();
    await db.update(consents).set({ revokedAt: now() }).where(eq(consents.id, mine.consentId));
    const stranger = await newCustomer();
    const answers = await Promise.all(
      [theirs.customerId, stranger.tenant.id, crypto.randomUUID(), mine.customerId, 'no-id', mine.partner.id].map(
        (id) => send(mine.actor, id, file).catch((error: Error) => ({ ...error, message: error.message })),
      ),
    );
    expect(answers[0]).toMatchObject({ code: 'not_found' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('an Idempotency-Key', () => {
  it('gives the first answer again, without a second effect', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    const first = await send(actor, customerId, file, { key: 'key-1' });
    const second = await send(actor, customerId, file, { key: 'key-1' });
    expect(second).toEqual(first);
    expect(await uploadsOf(partner.id)).toHaveLength(1);
  });

  it('gives one effect to two requests at once', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    const answers = await Promise.all([1, 2, 3].map(() => send(actor, customerId, file, { key: 'key-2' })));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await uploadsOf(partner.id)).toHaveLength(1);
    const received = (await eventsOf(partner.id)).filter((action) => action === 'upload.received');
    expect(received).toHaveLength(1);
  });

  it('conflicts with other bytes, another batch or another mode', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    await send(actor, customerId, file, { key: 'key-3' });
    const other = deviceFile('S2,,,Contoso,Atlas');
    await expect(send(actor, customerId, other, { key: 'key-3' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(send(actor, customerId, file, { key: 'key-3', batch: 'B' })).rejects.toMatchObject({ status: 409 });
    await expect(send(actor, customerId, file, { key: 'key-3', mode: 'all_or_nothing' })).rejects.toMatchObject({
      status: 409,
    });
    expect(await uploadsOf(partner.id)).toHaveLength(1);
  });

  it('is each partner’s own, and free again after a refusal', async () => {
    const one = await newRegistrar();
    const two = await newRegistrar();
    const first = await send(one.actor, one.customerId, file, { key: 'key-4' });
    const second = await send(two.actor, two.customerId, file, { key: 'key-4' });
    expect(second.id).not.toBe(first.id);
    await send(one.actor, one.customerId, 'nothing', { key: 'key-5' }).catch(() => undefined);
    await expect(send(one.actor, one.customerId, file, { key: 'key-5' })).resolves.toHaveProperty('id');
  });
});
