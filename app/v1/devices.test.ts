import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readUpload } from '@/lib/devices/upload-queries';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newProgram } from '@/lib/testing/api-calls';
import { newConsent, newCustomer, newPerson } from '@/lib/testing/tenants';
import { upload } from '@/lib/testing/uploads';
import { collectionOf, device, deviceBatch, job } from './answer-schemas';
import { api } from './api';

/** A direct partner's program, its customer, and the addresses of that customer's batches. */
async function registrar(given: Parameters<typeof newProgram>[1] = {}) {
  const asking = await newProgram((request) => api.fetch(request), given);
  const customer = await newCustomer();
  await newConsent(customer, asking.tenant);
  const customerId = customer.tenant.id;
  return { ...asking, customer, customerId, batches: `/customers/${customerId}/deviceBatches` };
}

const make = { oemManufacturerName: 'Contoso', modelName: 'Atlas' };
const one = (serialNumber: string = randomUUID()) => ({ serialNumber, ...make });

/** Registers and waits; resolves with the status of the job. */
async function register({ ask, batches }: Awaited<ReturnType<typeof registrar>>, body: unknown) {
  const taken = await ask('POST', batches, { body });
  expect(taken.status).toBe(202);
  await runUntilEmpty();
  return (await ask('GET', taken.headers.get('Location') ?? '')).json;
}

describe('POST deviceBatches', () => {
  it('answers with nothing but where the status will be', async () => {
    const { ask, batches, customerId } = await registrar();
    const { status, text, headers } = await ask('POST', batches, { body: { batchId: 'Spring', devices: [one()] } });
    expect([status, text, headers.get('Content-Length')]).toEqual([202, '', '0']);
    const location = headers.get('Location')?.split('/') ?? [];
    expect(location.slice(0, 4)).toEqual(['', 'customers', customerId, 'batchJobStatus']);
    expect(location[4]).toMatch(/^[\da-f-]{36}$/);
  });

  it.each([
    ['camelCase', (devices: object[]) => ({ batchId: 'Spring', devices })],
    [
      'PascalCase with nulls',
      (devices: object[]) => ({
        BatchId: 'Spring',
        Devices: devices.map((each) => ({
          ...Object.fromEntries(
            Object.entries(each).map(([key, value]) => [key[0]?.toUpperCase() + key.slice(1), value]),
          ),
          Id: null,
          ProductKey: null,
          HardwareHash: null,
          Policies: null,
          UploadedDate: '0001-01-01T00:00:00',
          AllowedOperations: null,
        })),
        CreationDate: '0001-01-01T00:00:00',
        Attributes: null,
      }),
    ],
    [
      'id and Id, devices and setDevices',
      (devices: object[]) => ({ id: null, Id: null, batchId: 'Spring', devices, setDevices: devices }),
    ],
  ])('takes what a client sends in %s', async (_what, body) => {
    const asking = await registrar();
    const serial = randomUUID();
    const status = await register(asking, body([one(serial)]));
    expect(job.strict().parse(status)).toEqual(status);
    expect(status).toMatchObject({ status: 'finished', devicesStatus: [{ serialNumber: serial, status: 'finished' }] });
  });

  it('tells each device what became of it, in the order they came', async () => {
    const asking = await registrar();
    const other = await registrar();
    const [there, foreign, fresh] = [randomUUID(), randomUUID(), randomUUID()];
    await register(asking, { batchId: 'A', devices: [one(there)] });
    await register(other, { batchId: 'A', devices: [one(foreign)] });
    const devices = [
      {},
      one(fresh),
      { hardwareHash: 'short' },
      one(foreign),
      one(fresh),
      one(there),
      { serialNumber: 'S' },
    ];
    const status = await register(asking, { batchId: 'B', devices });
    expect(status.status).toBe('finished_with_errors');
    const told = status.devicesStatus as {
      serialNumber: string;
      status: string;
      errorCode?: string;
      deviceId?: string;
    }[];
    expect(told.map(({ status: one, errorCode = '' }) => `${one} ${errorCode}`.trim())).toEqual([
      'finished_with_errors 803',
      'finished',
      'finished_with_errors 802',
      'finished_with_errors 808',
      'finished_with_errors 801',
      'finished',
      'finished_with_errors 803',
    ]);
    expect(told.map(({ serialNumber }) => serialNumber)).toEqual(['', fresh, '', foreign, fresh, there, 'S']);
    expect(told.map(({ deviceId }) => deviceId !== undefined)).toEqual([false, true, false, false, false, true, false]);
    expect(JSON.stringify(status)).not.toContain(other.customer.tenant.name);
  });

  it('says what waits while it waits, and nothing of an end', async () => {
    const { ask, batches } = await registrar();
    const serial = randomUUID();
    const taken = await ask('POST', batches, { body: { batchId: 'A', devices: [one(serial), {}] } });
    const { json } = await ask('GET', taken.headers.get('Location') ?? '');
    expect(json).toMatchObject({ status: 'queued', devicesStatus: [{ serialNumber: serial, status: 'queued' }, {}] });
    expect(json).not.toHaveProperty('completedTime');
    await runUntilEmpty();
  });

  it('is refused without the scope, without consent, and once consent ended', async () => {
    const reader = await registrar({ scopes: ['read'] });
    expect((await reader.ask('POST', reader.batches, { body: { batchId: 'A', devices: [one()] } })).status).toBe(403);
    const { ask } = await registrar();
    const refused = await ask('POST', reader.batches, { body: { batchId: 'A', devices: [one()] } });
    expect(refused).toMatchObject({ status: 403, json: { code: '20002' } });
  });

  it('is an upload that people see, made by the API client', async () => {
    const asking = await registrar();
    const status = await register(asking, { batchId: 'A', devices: [one()] });
    const person = await newPerson(asking.tenant, 'admin_agent');
    expect(await readUpload(person, { id: status.batchTrackingId })).toMatchObject({
      personName: 'API client Stock system',
      state: 'finished',
      registered: 1,
    });
  });
});

describe('batches', () => {
  it('are appended to by their name in any case, and are not found by another', async () => {
    const asking = await registrar();
    await register(asking, { batchId: 'My Batch/1', devices: [one()] });
    const path = `${asking.batches}/my%20batch%2F1/devices`;
    const appended = await asking.ask('POST', path, { body: [one()] });
    expect(appended.status).toBe(202);
    await runUntilEmpty();
    const { json } = await asking.ask('GET', asking.batches);
    expect(collectionOf(deviceBatch).strict().parse(json)).toEqual(json);
    expect(json.items).toMatchObject([{ id: 'My Batch/1', createdBy: 'API client Stock system', devicesCount: 2 }]);
    const link = json.items[0].devicesLink.uri;
    expect(link).toBe(`${asking.batches}/My%20Batch%2F1/devices`);
    const listed = await asking.ask('GET', link);
    expect(collectionOf(device).strict().parse(listed.json)).toEqual(listed.json);
    expect(await asking.ask('POST', `${asking.batches}/Other/devices`, { body: [one()] })).toMatchObject({
      status: 404,
      json: { code: '1000' },
    });
  });

  it('are read 100 devices at a time', async () => {
    const asking = await registrar();
    await register(asking, { batchId: 'A', devices: Array.from({ length: 101 }, () => one()) });
    const path = `${asking.batches}/A/devices`;
    const first = await asking.ask('GET', path);
    expect([first.json.totalCount, first.json.items.length]).toEqual([101, 100]);
    const headers = { 'MS-ContinuationToken': first.json.continuationToken };
    const second = await asking.ask('GET', `${path}?seekOperation=Next`, { headers });
    expect(second.json.items).toHaveLength(1);
    expect(second.json.links.next).toBeUndefined();
  });
});

describe('a device', () => {
  async function withDevice() {
    const asking = await registrar();
    const status = await register(asking, { batchId: 'A', devices: [{ ...one(), groupTag: 'Old' }] });
    const id = status.devicesStatus[0].deviceId as string;
    return { ...asking, id, path: `${asking.batches}/A/devices/${id}` };
  }

  it.each(['PUT', 'PATCH'])('is changed by %s', async (method) => {
    const { ask, path, id } = await withDevice();
    const body = { id, Id: id, GroupTag: 'New', Policies: [], SerialNumber: 'ignored' };
    const { status, json } = await ask(method, path, { body });
    expect([status, json.id, json.groupTag]).toEqual([200, id, 'New']);
    expect(device.strict().parse(json)).toEqual(json);
  });

  it('is given a policy, and it is taken away', async () => {
    const { ask, path, customerId } = await withDevice();
    const made = await ask('POST', `/customers/${customerId}/policies`, {
      body: { name: 'Kiosk', policySettings: ['skip_eula'] },
    });
    expect(made.status).toBe(200);
    const policies = [{ key: 'o_o_b_e', value: made.json.id }];
    expect((await ask('PATCH', path, { body: { policies } })).json.policies).toEqual(policies);
    const taken = await ask('PATCH', path, { body: { policies: [{ key: 'o_o_b_e', value: null }] } });
    expect(taken.json.policies).toEqual([]);
  });

  it('is deregistered once', async () => {
    const { ask, path } = await withDevice();
    const gone = await ask('DELETE', path);
    expect([gone.status, gone.text, gone.headers.get('Content-Length')]).toEqual([204, '', '0']);
    expect((await ask('DELETE', path)).status).toBe(404);
    expect((await ask('GET', path)).status).toBe(404);
  });

  it('of another customer or partner is not found', async () => {
    const { path, id } = await withDevice();
    const stranger = await registrar();
    await register(stranger, { batchId: 'A', devices: [one()] });
    for (const method of ['GET', 'DELETE']) {
      expect((await stranger.ask(method, path)).status).toBe(403);
      expect((await stranger.ask(method, `${stranger.batches}/A/devices/${id}`)).status).toBe(404);
    }
  });
});

describe('policies', () => {
  it('are made, read, changed and deleted', async () => {
    const { ask, customerId } = await registrar();
    const path = `/customers/${customerId}/policies`;
    const made = await ask('POST', path, {
      body: { Name: 'Kiosk', Category: 'o_o_b_e', PolicySettings: ['none', 'skip_oem_registration'] },
    });
    expect(made.json).toMatchObject({ policySettings: ['skip_oem_registration'], devicesAssignedCount: 0 });
    expect((await ask('POST', path, { body: { name: 'KIOSK' } })).status).toBe(400);
    const put = await ask('PUT', `${path}/${made.json.id}`, { body: { name: 'Desk', policySettings: [] } });
    expect(put.json).toMatchObject({ name: 'Desk', policySettings: ['none'] });
    expect((await ask('GET', path)).json.totalCount).toBe(1);
    expect((await ask('DELETE', `${path}/${made.json.id}`)).status).toBe(204);
    expect((await ask('GET', `${path}/${made.json.id}`)).status).toBe(404);
  });
});

describe('a policy that two change at once', () => {
  it('is changed by who read it last; the other is told that what it read is stale', async () => {
    const { ask, customerId } = await registrar();
    const made = await ask('POST', `/customers/${customerId}/policies`, { body: { name: 'Kiosk' } });
    const path = `/customers/${customerId}/policies/${made.json.id}`;
    const first = await ask('GET', path);
    const etag = first.headers.get('ETag') ?? '';
    expect([etag, first.json.attributes.etag]).toEqual([made.headers.get('ETag'), etag]);
    const put = (name: string, headers: Record<string, string>) => ask('PUT', path, { body: { name }, headers });
    const changed = await put('Desk', { 'If-Match': etag });
    expect([changed.status, changed.json.name]).toEqual([200, 'Desk']);
    expect(changed.headers.get('ETag')).not.toBe(etag);
    const late = await put('Shelf', { 'If-Match': etag });
    expect([late.status, late.json.code]).toEqual([400, '2055']);
    expect((await put('Shelf', { 'If-Match': 'nonsense' })).json.code).toBe('2055');
    expect((await ask('GET', path)).json.name).toBe('Desk');
    expect((await put('Shelf', {})).status).toBe(200);
    expect((await put('Rack', { 'If-Match': '*' })).status).toBe(200);
  });
});

describe('PATCH DevicePolicyUpdates', () => {
  it('gives each device its policy and takes it away, and tells each what became of it', async () => {
    const asking = await registrar();
    const { ask, batches, customerId } = asking;
    const status = await register(asking, {
      batchId: 'A',
      devices: [one('first'), one('second')].map((device) => ({ ...device, serialNumber: randomUUID() })),
    });
    const [first, second] = status.devicesStatus.map(({ deviceId }: { deviceId: string }) => deviceId);
    const policy = await ask('POST', `/customers/${customerId}/policies`, { body: { name: 'Kiosk' } });
    const value = policy.json.id;
    const to = (id: string, given: string | null) => ({ Id: id, Policies: [{ Key: 'o_o_b_e', Value: given }] });
    const path = `/customers/${customerId}/devicepolicyupdates`;
    const taken = await ask('PATCH', path, {
      body: { Devices: [to(first, value), to(randomUUID(), value), to(second, randomUUID())] },
    });
    expect([taken.status, taken.text]).toEqual([202, '']);
    const { json } = await ask('GET', taken.headers.get('Location') ?? '');
    expect(job.strict().parse(json)).toEqual(json);
    expect(json.devicesStatus.map(({ errorCode = '' }) => errorCode)).toEqual(['', '807', '809']);
    const policiesOf = async (id: string) => (await ask('GET', `${batches}/A/devices/${id}`)).json.policies;
    expect(await policiesOf(first)).toEqual([{ key: 'o_o_b_e', value }]);
    expect(await policiesOf(second)).toEqual([]);
    await ask('PATCH', path, { body: { devices: [to(first, null)] } });
    expect(await policiesOf(first)).toEqual([]);
  });
});

describe('what people registered', () => {
  it('is the partner’s, whoever of it did', async () => {
    const { ask, tenant, customerId, batches } = await registrar();
    const person = await newPerson(tenant, 'admin_agent');
    await upload(
      person,
      customerId,
      `Device Serial Number,Manufacturer name,Device model\n${randomUUID()},Contoso,Atlas`,
    );
    expect((await ask('GET', `${batches}/Batch/devices`)).json.totalCount).toBe(1);
  });
});
