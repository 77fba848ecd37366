import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { repairDevice } from '@/lib/devices/repair-device';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newProgram } from '@/lib/testing/api-calls';
import { newConsent, newCustomer, newPerson } from '@/lib/testing/tenants';
import { collectionOf, identifiedDevice } from './answer-schemas';
import { api } from './api';

async function registrar() {
  const asking = await newProgram((request) => api.fetch(request));
  const customer = await newCustomer();
  await newConsent(customer, asking.tenant);
  const path = `/customers/${customer.tenant.id}`;
  async function register(batchId: string, ...devices: object[]): Promise<string> {
    const taken = await asking.ask('POST', `${path}/deviceBatches`, { body: { batchId, devices } });
    await runUntilEmpty();
    return taken.headers.get('Location')?.split('/')[4] ?? '';
  }
  const find = (sought: Record<string, string | undefined>) =>
    asking.ask('GET', `${path}/devices?${new URLSearchParams(JSON.parse(JSON.stringify(sought)))}`);
  return { ...asking, customerId: customer.tenant.id, path, register, find };
}

const make = { oemManufacturerName: 'Contoso', modelName: 'Atlas' };
const idsOf = ({ json }: { json: { items: { id: string }[] } }) => json.items.map(({ id }) => id);

describe('a device by what is printed on it', () => {
  it('is found in whatever batch it is, with its submission and its policy', async () => {
    const { ask, find, register, path } = await registrar();
    const [serialNumber, productKey] = [
      randomUUID(),
      '1234567890123'.replace(/./g, () => String(Math.floor(Math.random() * 10))),
    ];
    const batchTrackingId = await register('Spring', { serialNumber, productKey, ...make, groupTag: 'Desk' });
    const policy = await ask('POST', `${path}/policies`, { body: { name: 'Kiosk' } });
    const policies = [{ key: 'o_o_b_e', value: policy.json.id }];
    const [id = ''] = idsOf(await find({ serialNumber }));
    await ask('PATCH', `${path}/deviceBatches/Spring/devices/${id}`, { body: { policies } });
    const { json } = await find({ SERIALNUMBER: serialNumber });
    expect(collectionOf(identifiedDevice).strict().parse(json)).toEqual(json);
    expect(json.items).toMatchObject([
      { id, serialNumber, productKey, ...make, groupTag: 'Desk', batchId: 'Spring', batchTrackingId, policies },
    ]);
    for (const sought of [{ productKey }, { serialNumber, productKey }, { serialNumber, ...make }])
      expect(idsOf(await find(sought))).toEqual([id]);
    for (const sought of [
      { serialNumber, modelName: 'Other' },
      { productKey, serialNumber: 'Other' },
    ])
      expect(idsOf(await find(sought))).toEqual([]);
  });

  it('is several where one serial number is several makers’', async () => {
    const { find, register } = await registrar();
    const serialNumber = randomUUID();
    await register('A', { serialNumber, ...make }, { serialNumber, ...make, modelName: 'Boreas' });
    expect((await find({ serialNumber })).json.totalCount).toBe(2);
    expect((await find({ serialNumber, modelName: 'Boreas' })).json.items).toMatchObject([{ modelName: 'Boreas' }]);
  });

  it('is found by what it was known by before a repair', async () => {
    const { find, register, tenant, customerId } = await registrar();
    const [before, after] = [randomUUID(), randomUUID()];
    await register('A', { serialNumber: before, ...make });
    const [deviceId = ''] = idsOf(await find({ serialNumber: before }));
    const hardware = { serial: after, manufacturer: 'Contoso', model: 'Atlas', productKey: '', hash: '' };
    const person = await newPerson(tenant, 'admin_agent');
    const repaired = await repairDevice(person, { customerId, deviceId, ...hardware, reason: 'New board' });
    expect(repaired).toMatchObject({ ok: true });
    for (const serialNumber of [before, after]) {
      const { json } = await find({ serialNumber });
      expect(json.items).toMatchObject([{ id: deviceId, serialNumber: after }]);
    }
  });

  it('of another is none, nor one that was deregistered', async () => {
    const { ask, find, register, path } = await registrar();
    const stranger = await registrar();
    const serialNumber = randomUUID();
    await register('A', { serialNumber, ...make });
    expect((await stranger.find({ serialNumber })).json.totalCount).toBe(0);
    const [id = ''] = idsOf(await find({ serialNumber }));
    await ask('DELETE', `${path}/deviceBatches/A/devices/${id}`);
    expect((await find({ serialNumber })).json.totalCount).toBe(0);
  });

  it.each([{}, { modelName: 'Atlas' }, { serialNumber: '' }])('is not sought by %j', async (sought) => {
    const refused = await (await registrar()).find(sought);
    expect([refused.status, refused.json.code]).toEqual([400, '3000']);
  });
});
