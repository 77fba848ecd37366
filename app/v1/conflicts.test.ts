import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readConflict } from '@/lib/conflicts/queries';
import { getConflict } from '@/lib/conflicts/queue-queries';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newProgram } from '@/lib/testing/api-calls';
import { newSupporter, pdfOf } from '@/lib/testing/conflicts';
import { newConsent, newCustomer, newPerson } from '@/lib/testing/tenants';
import { collectionOf } from './answer-schemas';
import { api } from './api';
import { conflict } from './conflict-schemas';

const sender = 'API client Stock system';
const proof = pdfOf('Invoice 4711').toString('base64');

/** A partner's program and its customer. */
async function newSide() {
  const asking = await newProgram((request) => api.fetch(request));
  const customer = await newCustomer();
  await newConsent(customer, asking.tenant);
  const batches = `/customers/${customer.tenant.id}/deviceBatches`;
  /** Submits devices; resolves with the id of the submission. */
  async function register(serials: string[]): Promise<string> {
    const devices = serials.map((serialNumber) => ({
      serialNumber,
      oemManufacturerName: 'Contoso',
      modelName: 'Atlas',
    }));
    const taken = await asking.ask('POST', batches, { body: { batchId: 'Spring', devices } });
    await runUntilEmpty();
    return taken.headers.get('Location')?.split('/')[4] ?? '';
  }
  return { ...asking, customer, batches, register };
}

/** Three devices of the holder that the asker's submission was refused, and what asks for the first of them. */
async function dispute() {
  const [holder, asker] = [await newSide(), await newSide()];
  const serials = [randomUUID(), randomUUID(), randomUUID()];
  await holder.register(serials);
  const batchTrackingId = await asker.register(serials);
  const body = { batchTrackingId, row: 1, orderReference: 'PO-4711', note: 'Bought from the outlet.', proof };
  return { holder, asker, serial: serials[0] ?? '', body };
}

/** The same, asked for. */
async function asked() {
  const of = await dispute();
  const { json } = await of.asker.ask('POST', '/conflicts', { body: of.body });
  return { ...of, path: `/conflicts/${json.id}`, id: json.id as string, told: json };
}

describe('POST /conflicts', () => {
  it('asks for a device that a submission was refused, in the name of the client', async () => {
    const { asker, serial, body } = await dispute();
    const { status, json, headers } = await asker.ask('POST', '/conflicts', { body });
    expect(status).toBe(201);
    expect(conflict.parse(json)).toEqual(json);
    expect(headers.get('Location')).toBe(`/conflicts/${json.id}`);
    expect(json).toMatchObject({
      side: 'asker',
      state: 'asked',
      askedBy: sender,
      customerId: asker.customer.tenant.id,
      device: { serialNumber: serial, oemManufacturerName: 'Contoso', modelName: 'Atlas', hasHardwareHash: false },
      batchTrackingId: body.batchTrackingId,
      row: 1,
      orderReference: 'PO-4711',
      proof: { type: 'pdf' },
    });
    const person = await newPerson(asker.tenant, 'sales_agent');
    expect(await readConflict(person, { id: json.id, place: 'partner' })).toMatchObject({ askedBy: sender });
    expect((await getConflict(await newSupporter(), { id: json.id })).askedBy).toBe(sender);
  });

  it('asked twice leads to the one that is open', async () => {
    const { asker, body, told } = await asked();
    const again = await asker.ask('POST', '/conflicts', { body });
    expect([again.status, again.json]).toEqual([200, told]);
  });

  it.each([
    ['words', { proof: Buffer.from('hello').toString('base64') }, 'proof: This is neither a PDF'],
    ['no base64', { proof: '*' }, 'proof: Send the file in base64.'],
    ['no proof', { proof: null }, 'proof'],
    ['an empty proof', { proof: '' }, 'proof: The file is empty'],
    [
      'a proof of more than 5 MB',
      { proof: Buffer.concat([pdfOf('x'), Buffer.alloc(5 * 1024 ** 2)]).toString('base64') },
      'proof: The file is larger',
    ],
    ['row 0', { row: 0 }, 'row: A number from 1.'],
    ['no GUID', { batchTrackingId: 'x' }, 'batchTrackingId'],
    ['a note too long', { note: 'x'.repeat(1001) }, 'note'],
  ])('refuses %s by name', async (_what, given, sentence) => {
    const { asker, body } = await dispute();
    const refused = await asker.ask('POST', '/conflicts', { body: { ...body, ...given } });
    expect([refused.status, refused.json.code]).toEqual([400, '3000']);
    expect(refused.json.description).toContain(sentence);
  });

  it('says why there is nothing to ask for', async () => {
    const { asker, holder, body, path } = await asked();
    expect((await holder.ask('POST', `${path}/release`)).status).toBe(200);
    const refused = await asker.ask('POST', '/conflicts', { body });
    expect([refused.status, refused.json.code]).toEqual([409, '800002']);
    expect(refused.json.description).toContain('Upload it again');
  });

  it('finds neither another’s submission nor a row that there is not', async () => {
    const { asker, body } = await dispute();
    const stranger = await newSide();
    for (const refused of [
      await stranger.ask('POST', '/conflicts', { body }),
      await asker.ask('POST', '/conflicts', { body: { ...body, row: 7 } }),
      await asker.ask('POST', '/conflicts', { body: { ...body, batchTrackingId: randomUUID() } }),
    ])
      expect([refused.status, refused.json.code]).toEqual([404, '1000']);
  });
});

describe('who asked', () => {
  it('replaces the proof and takes it back; once it is settled neither', async () => {
    const { asker, path } = await asked();
    const longer = pdfOf('A longer invoice');
    const body = { proof: longer.toString('base64') };
    expect((await asker.ask('PUT', `${path}/proof`, { body })).json.proof.bytes).toBe(longer.length);
    const withdrawn = await asker.ask('POST', `${path}/withdraw`);
    expect(withdrawn).toMatchObject({ status: 200, json: { state: 'withdrawn' } });
    expect((await asker.ask('POST', `${path}/withdraw`)).status).toBe(409);
    expect((await asker.ask('PUT', `${path}/proof`, { body })).status).toBe(409);
  });

  it('cannot answer itself', async () => {
    const { asker, path } = await asked();
    expect((await asker.ask('POST', `${path}/release`)).status).toBe(404);
    expect((await asker.ask('POST', `${path}/refuse`, { body: { reason: 'Mine.' } })).status).toBe(404);
  });
});

describe('who is asked', () => {
  it('lets go of the device: it is deregistered', async () => {
    const { holder, path, id, serial } = await asked();
    const released = await holder.ask('POST', `${path}/release`);
    expect(conflict.parse(released.json)).toEqual(released.json);
    expect(released.json).toMatchObject({ side: 'holder', state: 'released', releasedBy: 'registrar' });
    expect((await getConflict(await newSupporter(), { id })).closedByName).toBe(sender);
    expect((await holder.ask('GET', `${holder.batches}/Spring/devices`)).text).not.toContain(serial);
  });

  it('keeps it, with a reason that support reads and nobody else', async () => {
    const { holder, asker, path, id } = await asked();
    const refused = await holder.ask('POST', `${path}/refuse`, { body: { Reason: 'It is in use.' } });
    expect(refused.json).toMatchObject({ state: 'escalated', escalatedBecause: 'refused' });
    expect((await holder.ask('POST', `${path}/refuse`, { body: { reason: 'Still.' } })).status).toBe(409);
    expect((await asker.ask('GET', path)).text).not.toContain('in use');
    const file = await getConflict(await newSupporter(), { id });
    expect([file.conflict.refusal, file.refusedBy]).toEqual(['It is in use.', sender]);
  });
});

describe('the two sides', () => {
  const wordsOf = ({ tenant, customer, client }: Awaited<ReturnType<typeof newSide>>) =>
    [tenant, customer.tenant].flatMap(({ id, name, domain }) => [id, name, domain]).concat(client.id);

  it('never learn of each other, in any answer', async () => {
    const { asker, holder, path } = await asked();
    const ofAsker = [await asker.ask('GET', path), await asker.ask('GET', '/conflicts')];
    const ofHolder = [
      await holder.ask('GET', path),
      await holder.ask('GET', '/conflicts?side=holder'),
      await holder.ask('POST', `${path}/release`),
    ];
    expect([ofAsker[0]?.json.side, ofHolder[0]?.json.side]).toEqual(['asker', 'holder']);
    const [asAsker, asHolder] = [ofAsker, ofHolder].map((answers) => answers.map(({ text }) => text).join(' '));
    for (const word of wordsOf(holder)) expect(asAsker).not.toContain(word);
    for (const word of [...wordsOf(asker), 'PO-4711', 'outlet', 'pdf']) expect(asHolder).not.toContain(word);
  });

  it('each lists its own, page by page; a stranger finds neither', async () => {
    const { asker, holder, body, path, id } = await asked();
    const ids = [id];
    for (const row of [2, 3]) {
      ids.unshift((await asker.ask('POST', '/conflicts', { body: { ...body, row } })).json.id);
    }
    const idsOf = ({ json }: { json: { items: { id: string }[] } }) => json.items.map((one) => one.id);
    const first = await asker.ask('GET', '/conflicts?size=2');
    expect(collectionOf(conflict).parse(first.json)).toEqual(first.json);
    expect([first.json.totalCount, idsOf(first)]).toEqual([3, ids.slice(0, 2)]);
    const headers = { 'MS-ContinuationToken': first.json.continuationToken };
    const second = await asker.ask('GET', '/conflicts?size=2&seekOperation=Next', { headers });
    expect([idsOf(second), second.json.links.next]).toEqual([ids.slice(2), undefined]);
    expect(idsOf(await holder.ask('GET', '/conflicts?side=Holder'))).toEqual(ids);
    expect((await holder.ask('GET', '/conflicts')).json.totalCount).toBe(0);
    const stranger = await newSide();
    expect((await stranger.ask('GET', '/conflicts')).json.totalCount).toBe(0);
    expect((await stranger.ask('GET', path)).status).toBe(404);
    expect((await asker.ask('GET', '/conflicts?side=both')).status).toBe(400);
  });
});
