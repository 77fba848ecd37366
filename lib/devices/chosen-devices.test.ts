import { describe, expect, it } from 'vitest';
import { listBatches } from '@/lib/batches/queries';
import { endConsent } from '@/lib/consent/end-consent';
import { storedDevices } from '@/lib/testing/devices';
import { newConsent, newPartner } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, upload } from '@/lib/testing/uploads';
import { readDevice } from './device-queries';
import { moveDevices } from './move-devices';
import { listDevices } from './queries';
import { tagDevices } from './tag-devices';

let made = 0;
const rows = (length: number) => {
  const word = `T${process.pid}-${++made}`;
  return Array.from({ length }, (_, at) => `${word}-${at},,,Contoso Devices,Atlas 13`);
};
const stored = storedDevices;

async function withDevices(length: number) {
  const registrar = await newRegistrar();
  await upload(registrar.actor, registrar.customerId, deviceFile(...rows(length)), { batch: 'Spring' });
  const all = await stored(registrar.customerId);
  return { ...registrar, ids: all.map(({ id }) => id) };
}

describe('the group tag of chosen devices', () => {
  it('is replaced, and taken away by an empty one; the others keep theirs', async () => {
    const { actor, customerId, ids } = await withDevices(3);
    const deviceIds = ids.slice(0, 2);
    const tags = async () => (await stored(customerId)).map((device) => device.groupTag);
    expect(await tagDevices(actor, { customerId, deviceIds, groupTag: ' Sales ' })).toEqual({ ok: true, changed: 2 });
    expect(await tags()).toEqual(['Sales', 'Sales', null]);
    await tagDevices(actor, { customerId, deviceIds: ids.slice(0, 1), groupTag: '' });
    expect(await tags()).toEqual([null, 'Sales', null]);
  });

  it.each([
    ['too long a one', 'x'.repeat(513)],
    ['one with a character nobody sees', 'Sales\u202e'],
  ])('refuses %s with a sentence', async (_name, groupTag) => {
    const { actor, customerId, ids } = await withDevices(1);
    await expect(tagDevices(actor, { customerId, deviceIds: ids, groupTag })).rejects.toMatchObject({
      code: 'invalid',
      fields: { groupTag: expect.stringContaining('group tag') },
    });
  });
});

describe('the history of a device', () => {
  it('says from which upload and row it came, and every change with the value before', async () => {
    const { actor, customerId, ids } = await withDevices(2);
    const deviceIds = ids.slice(1);
    const [deviceId = ''] = deviceIds;
    await tagDevices(actor, { customerId, deviceIds, groupTag: 'Sales' });
    await tagDevices(actor, { customerId, deviceIds, groupTag: 'Sales' });
    await tagDevices(actor, { customerId, deviceIds, groupTag: '' });
    await moveDevices(actor, { customerId, deviceIds, batch: 'Summer' });
    const device = await readDevice(actor, { deviceId });
    expect(device).toMatchObject({ row: 2, uploadedBy: actor.name, ownUpload: true, groupTag: null, batch: 'Summer' });
    expect(device.changes.map(({ what, before, after, by }) => [what, before, after, by])).toEqual([
      ['group_tag', null, 'Sales', actor.name],
      ['group_tag', 'Sales', null, actor.name],
      ['batch', 'Spring', 'Summer', actor.name],
    ]);
  });

  it('is not found by another partner of the customer, nor after the end of consent', async () => {
    const { actor, customer, customerId, consentId, ids } = await withDevices(1);
    const [deviceId = ''] = ids;
    const other = await newPartner('direct', 'admin_agent');
    await newConsent(customer, other.tenant);
    await expect(readDevice(other.actor, { deviceId })).rejects.toMatchObject({ code: 'not_found' });
    await endConsent(customer.admin, { consentId });
    await expect(readDevice(actor, { deviceId })).rejects.toMatchObject({ code: 'not_found' });
    expect(await stored(customerId)).toHaveLength(1);
  });
});

describe('moving chosen devices', () => {
  it('makes the batch or uses the one of that name, and counts follow', async () => {
    const { actor, customerId, ids } = await withDevices(3);
    const counts = async () =>
      (await listBatches(actor, { customerId })).batches.map(({ name, devices: count }) => [name, count]).sort();
    expect(await moveDevices(actor, { customerId, deviceIds: ids.slice(0, 2), batch: 'Summer' })).toMatchObject({
      changed: 2,
    });
    expect(await counts()).toEqual([
      ['Spring', 1],
      ['Summer', 2],
    ]);
    await moveDevices(actor, { customerId, deviceIds: ids.slice(0, 1), batch: 'SPRING' });
    expect(await counts()).toEqual([
      ['Spring', 2],
      ['Summer', 1],
    ]);
    const [summer] = (await listBatches(actor, { customerId })).batches.filter(({ name }) => name === 'Summer');
    expect(summer?.personName).toBe(actor.name);
    const { items } = await listDevices(actor, { customerId, batchId: summer?.id });
    expect(items.map(({ id }) => id)).toEqual([ids[1]]);
  });

  it('leaves no batch behind when none of the devices is there', async () => {
    const { actor, customerId } = await withDevices(1);
    const nobody = ['01890000-0000-7000-8000-000000000000'];
    expect(await moveDevices(actor, { customerId, deviceIds: nobody, batch: 'Empty' })).toEqual({
      ok: false,
      reason: 'already_gone',
    });
    expect((await listBatches(actor, { customerId })).batches.map(({ name }) => name)).toEqual(['Spring']);
  });
});

it('another partner of the customer changes nothing of it, and does not see its batches', async () => {
  const { customer, customerId, ids } = await withDevices(1);
  const other = await newPartner('direct', 'admin_agent');
  await newConsent(customer, other.tenant);
  const before = await stored(customerId);
  const choice = { customerId, deviceIds: ids };
  expect(await tagDevices(other.actor, { ...choice, groupTag: 'Mine' })).toMatchObject({ reason: 'already_gone' });
  expect(await moveDevices(other.actor, { ...choice, batch: 'Mine' })).toMatchObject({ reason: 'already_gone' });
  expect(await stored(customerId)).toEqual(before);
  expect((await listBatches(other.actor, { customerId })).batches).toEqual([]);
});
