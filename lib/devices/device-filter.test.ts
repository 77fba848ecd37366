import { beforeAll, describe, expect, it } from 'vitest';
import { listBatches } from '@/lib/batches/queries';
import { assignProfile } from '@/lib/profiles/assign-profile';
import { newProfile } from '@/lib/testing/profiles';
import { newRegistrar, upload } from '@/lib/testing/uploads';
import { devicesCsv } from './devices-csv';
import { moveDevices } from './move-devices';
import { exportDevices, findDevices, listDevices } from './queries';

const word = `F${process.pid}`;
const header = 'Serial number,Manufacturer,Model,Group Tag,Order Number';
const row = (name: string, tag: string, order: string) => `${word}-${name},Contoso,Atlas,${tag},${order}`;
const file = (...rows: string[]) => [header, ...rows, ''].join('\r\n');

/** Two batches of a customer, a device moved from one to the other, and another customer with the same words. */
async function newWorld() {
  const { actor, customerId } = await newRegistrar();
  const spring = [row('a', 'Sales', `${word}-PO1`), row('b', 'Field', `${word}-PO1`), row('c', 'Sales', '')];
  await upload(actor, customerId, file(...spring), { batch: `${word} Spring 100%` });
  const { id: uploadId } = await upload(actor, customerId, file(row('d', 'Sales', `${word}-PO2`), row('e', '', '')), {
    batch: `${word} Summer`,
  });
  const { items } = await listDevices(actor, { customerId });
  const idOf = (name: string) => items.find(({ serial }) => serial === `${word}-${name}`)?.id ?? '';
  await moveDevices(actor, { customerId, deviceIds: [idOf('c')], batch: `${word} Summer` });
  const profileId = await newProfile(actor, customerId);
  await assignProfile(actor, { customerId, deviceIds: [idOf('b'), idOf('d')], profileId });
  const { batches } = await listBatches(actor, { customerId });
  const batchIdOf = (name: string) => batches.find((batch) => batch.name === `${word} ${name}`)?.id;
  const [springId, summerId] = [batchIdOf('Spring 100%'), batchIdOf('Summer')];

  const other = await newRegistrar();
  await upload(other.actor, other.customerId, file(row('x', 'Sales', `${word}-PO1`)), { batch: `${word} Spring 100%` });
  return { actor, customerId, uploadId, profileId, springId, summerId, other };
}
type World = Awaited<ReturnType<typeof newWorld>>;
type Narrowed = Omit<Parameters<typeof listDevices>[1], 'customerId'>;

const letters = (devices: { serial: string | null }[]) => devices.map(({ serial }) => serial?.at(-1)).join('');

describe('the devices of a customer', () => {
  let world: World;
  beforeAll(async () => {
    world = await newWorld();
  });

  it.each<[string, (world: World) => Narrowed, string]>([
    ['of a group tag', () => ({ groupTag: 'Sales' }), 'dca'],
    ['of a group tag in other case, which is another one', () => ({ groupTag: 'sales' }), ''],
    ['of an order', () => ({ orderNumber: `${word}-PO1` }), 'ba'],
    ['of an order and a group tag', () => ({ orderNumber: `${word}-PO1`, groupTag: 'Sales' }), 'a'],
    ['of a batch, moved ones too', ({ summerId }) => ({ batchId: summerId }), 'edc'],
    ['of a batch and a group tag', ({ summerId }) => ({ batchId: summerId, groupTag: 'Sales' }), 'dc'],
    ['of a batch that some were moved away from', ({ springId }) => ({ batchId: springId }), 'ba'],
    ['of an upload', ({ uploadId }) => ({ uploadId }), 'ed'],
    ['of an upload and a group tag', ({ uploadId }) => ({ uploadId, groupTag: 'Sales' }), 'd'],
    ['with a profile', ({ profileId }) => ({ profileId }), 'db'],
    ['with a profile, of an order', ({ profileId }) => ({ profileId, orderNumber: `${word}-PO1` }), 'b'],
    ['found by order number', () => ({ search: `${word}-po1` }), 'ba'],
    ['found by group tag', () => ({ search: 'Field' }), 'b'],
    ['found by the beginning of a batch’s name', () => ({ search: `${word} sum` }), 'edc'],
    ['found by a batch’s name with signs of a pattern', () => ({ search: `${word} spring 100%` }), 'ba'],
    ['found by serial number, of a group tag', () => ({ search: `${word}-`, groupTag: 'Sales' }), 'dca'],
    ['found by serial number, with a profile', ({ profileId }) => ({ search: word, profileId }), 'db'],
    ['found by serial number, of a batch', ({ springId }) => ({ search: `${word}-`, batchId: springId }), 'ba'],
    ['found by a batch’s name, of an order', () => ({ search: `${word} s`, orderNumber: `${word}-PO2` }), 'd'],
  ])('%s', async (_name, narrowed, expected) => {
    const { actor, customerId } = world;
    const asked = { customerId, ...narrowed(world) };
    const { items, total, more } = await listDevices(actor, asked);
    expect([letters(items), total, more]).toEqual([expected, expected.length, false]);
    expect(letters(await exportDevices(actor, asked))).toEqual([...expected].reverse().join(''));
  });

  it('come in pages, newest first', async () => {
    const { actor, customerId } = world;
    const page = await listDevices(actor, { customerId, groupTag: 'Sales', page: 2, pageSize: 2 });
    expect([letters(page.items), page.total]).toEqual(['a', 3]);
  });

  it('are exported as shown', async () => {
    const { actor, customerId } = world;
    const csv = await new Response(await devicesCsv(actor, { customerId, orderNumber: `${word}-PO2` })).text();
    expect(csv.trim().split('\r\n')).toHaveLength(2);
  });

  it('are found among those of all customers by order, tag and batch, and nobody else’s', async () => {
    const { actor, other } = world;
    const found = async (search: string, who = actor) => letters((await findDevices(who, { search })).items);
    expect(await found(`${word}-PO1`)).toBe('ba');
    expect(await found(`${word} Sum`)).toBe('edc');
    expect(await found('Field')).toBe('b');
    expect(await found(`${word}-PO1`, other.actor)).toBe('x');
  });
});
