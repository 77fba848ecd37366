import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { apiAllowances, apiClients } from '@/db/schema';
import { later, now, setClock } from '@/lib/clock';
import { newProgram } from '@/lib/testing/api-calls';
import { newConsent, newCustomer } from '@/lib/testing/tenants';
import { allowance } from '@/lib/wire/allowance';
import { api } from './api';

afterEach(() => setClock());

const program = (given = {}) => newProgram((request) => api.fetch(request), given);

/** A program of a direct partner with one customer. */
async function withCustomer() {
  const asking = await program();
  const customer = await newCustomer();
  await newConsent(customer, asking.tenant);
  return { ...asking, customerId: customer.tenant.id, devices: `/customers/${customer.tenant.id}/deviceBatches` };
}

const batch = (batchId: string, serial: string = randomUUID()) => ({
  batchId,
  devices: [{ serialNumber: serial, oemManufacturerName: 'Contoso', modelName: 'Atlas' }],
});

describe('every answer', () => {
  it('gives back the ids it was asked with, exactly, and makes those that are missing', async () => {
    const { ask } = await program();
    const given = { 'MS-RequestId': 'AbC-123', 'MS-CorrelationId': '{0F8FAD5B-D9CB-469F-A165-70867728950E}' };
    const echoed = await ask('GET', '/customers', { headers: given });
    for (const [name, value] of Object.entries(given)) expect(echoed.headers.get(name)).toBe(value);
    const made = await ask('GET', '/customers');
    expect(made.headers.get('MS-RequestId')).toMatch(/^[\da-f-]{36}$/);
    const refused = await ask('GET', '/nowhere', { headers: given });
    expect(refused.headers.get('MS-RequestId')).toBe('AbC-123');
  });

  it.each([
    ['/customers', 200],
    ['/CUSTOMERS', 200],
    ['/Webhooks/V1/Registration/Events', 200],
    ['/relationships?Relationship_Type=is_indirect_reseller_of', 200],
    ['/nowhere', 404],
    ['/customers/x/y/z', 404],
  ])('finds %s: %i', async (path, status) => expect((await (await program()).ask('GET', path)).status).toBe(status));

  it.each(['POST', 'PUT', 'DELETE'])('of %s at an address for another method names that one', async (method) => {
    const { status, headers, json } = await (await program()).ask(method, '/customers', { body: {} });
    expect([status, headers.get('Allow')]).toEqual([405, 'GET']);
    expect(json).toMatchObject({ code: expect.any(String), description: 'Use GET here.', data: [] });
  });
});

describe('a call without a good token', () => {
  it.each([undefined, 'Bearer', 'Bearer x', 'Basic eDp5'])('that sends %s is refused and told how', async (header) => {
    const headers: Record<string, string> = header ? { Authorization: header } : {};
    const response = await api.fetch(new Request('http://localhost:3000/v1/customers', { headers }));
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toContain('Bearer');
    expect(await response.json()).toMatchObject({ code: '800001', data: [], source: 'Countersign' });
  });

  it('because its client was revoked is refused at once', async () => {
    const { ask, client } = await program();
    expect((await ask('GET', '/customers')).status).toBe(200);
    await db.update(apiClients).set({ revokedAt: now() }).where(eq(apiClients.id, client.id));
    expect((await ask('GET', '/customers')).status).toBe(401);
  });

  it('because its scope does not reach is refused', async () => {
    const { ask } = await program({ scopes: ['profiles'] });
    expect(await ask('GET', '/customers')).toMatchObject({ status: 403, json: { code: '900150' } });
  });
});

describe('a body that no honest client sends', () => {
  it.each<[string, string, Record<string, string>, number]>([
    ['is cut off', '{"batchId":', {}, 400],
    ['is empty', '', {}, 400],
    ['is a list in the place of an object', '[]', {}, 400],
    ['reaches for a prototype', '{"batchId":"A","__proto__":{"x":1},"devices":[{}]}', {}, 400],
    ['has half of a character', '{"batchId":"\\ud800","devices":[{}]}', {}, 400],
    ['has numbers for text', '{"batchId":7,"devices":[{"serialNumber":7}]}', {}, 400],
    ['is nested without end', `{"batchId":${'['.repeat(100)}${']'.repeat(100)}}`, {}, 400],
    ['is XML', '<a/>', { 'Content-Type': 'application/xml' }, 415],
    ['has too many devices', JSON.stringify({ batchId: 'A', devices: Array(2001).fill({}) }), {}, 400],
    ['has none', '{"batchId":"A","devices":[]}', {}, 400],
    ['is larger than may be', JSON.stringify({ batchId: 'A', x: 'x'.repeat(17 * 1024 ** 2) }), {}, 413],
  ])('because it %s is told what is allowed', async (_what, body, headers, status) => {
    const { ask, devices } = await withCustomer();
    const refused = await ask('POST', devices, { body, headers });
    expect(refused.status).toBe(status);
    expect(refused.json).toMatchObject({ code: expect.any(String), description: expect.stringMatching(/.{10}/) });
    expect(refused.json.description.length).toBeLessThanOrEqual(1024);
  });

  it('names the field', async () => {
    const { ask, devices } = await withCustomer();
    const refused = await ask('POST', devices, { body: { BatchId: 'A', Devices: [{ SerialNumber: 7 }] } });
    expect(refused.json).toMatchObject({ code: '3000', description: 'devices.0.serialNumber: Send text.' });
  });

  it('may begin with a byte order mark, and have keys in any case', async () => {
    const { ask, devices } = await withCustomer();
    const body = `\ufeff${JSON.stringify(batch('A')).replace('batchId', 'BATCHID')}`;
    expect((await ask('POST', devices, { body })).status).toBe(202);
  });
});

describe('a changing call with an id', () => {
  const id = () => ({ 'MS-RequestId': randomUUID() });

  it('has one effect and one answer, however often it is sent', async () => {
    const { ask, devices } = await withCustomer();
    const headers = id();
    const body = batch('A');
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask('POST', devices, { body, headers })));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(new Set(answers.map((answer) => answer.headers.get('Location'))).size).toBe(1);
    const { json } = await ask('GET', devices);
    expect(json.totalCount).toBe(1);
  });

  it('is another call under another id, or for another client', async () => {
    const { ask, devices, tenant } = await withCustomer();
    const headers = id();
    const first = await ask('POST', devices, { body: batch('A'), headers });
    const second = await ask('POST', devices, { body: batch('A'), headers: id() });
    const other = await newProgram((request) => api.fetch(request), { tenant });
    const third = await other.ask('POST', devices, { body: batch('A'), headers });
    const places = [first, second, third].map((answer) => answer.headers.get('Location'));
    expect(new Set(places).size).toBe(3);
  });

  it.each(['MS-RequestId', 'Idempotency-Key'])('of %s is refused for another body', async (name) => {
    const { ask, devices } = await withCustomer();
    const headers = { [name]: randomUUID() };
    expect((await ask('POST', devices, { body: batch('A'), headers })).status).toBe(202);
    expect((await ask('POST', devices, { body: batch('B'), headers })).status).toBe(409);
  });

  it('that was refused is refused again in the same words', async () => {
    const { ask, devices } = await withCustomer();
    const headers = id();
    const body = { batchId: 'A', devices: [] };
    const [first, second] = [
      await ask('POST', devices, { body, headers }),
      await ask('POST', devices, { body, headers }),
    ];
    expect(second.text).toBe(first.text);
  });
});

describe('a client’s calls', () => {
  it('are counted, and go on when the time is over', async () => {
    const { ask, client } = await program();
    const start = new Date(Math.ceil(now().getTime() / allowance.period) * allowance.period);
    setClock(() => start);
    await db.insert(apiAllowances).values({
      clientId: client.id,
      period: start.getTime() / allowance.period,
      taken: allowance.calls - 50,
    });
    const answers = [];
    for (let at = 0; at < 52; at++) answers.push((await ask('GET', '/customers')).status);
    expect(answers.filter((status) => status === 200)).toHaveLength(50);
    const refused = await ask('GET', '/customers');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '100']);
    setClock(() => later(start, allowance.period));
    expect((await ask('GET', '/customers')).status).toBe(200);
  });
});
