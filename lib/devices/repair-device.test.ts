import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, deviceIdentities } from '@/db/schema';
import { endConsent } from '@/lib/consent/end-consent';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { storedDevices } from '@/lib/testing/devices';
import { newConsent, newPartner } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, outcomeOf, send, upload } from '@/lib/testing/uploads';
import { checkDevices } from './check-queries';
import { deregisterDevices } from './deregister-devices';
import { readDevice } from './device-queries';
import { listDevices } from './queries';
import { repairDevice } from './repair-device';
import { findRepaired } from './repaired-queries';
import { repairedSentence } from './row-codes';
import { tagDevices } from './tag-devices';
import { undoUpload } from './undo-upload';

let made = 0;
const word = () => `REP${process.pid}-${++made}`;
const keyOf = () => String(6_000_000_000_000 + (process.pid % 100_000) * 100_000 + ++made);
const hashOf = (seed: string) => Buffer.alloc(3000, `${process.pid} ${seed} `).toString('base64');
const tuple = (serial: string, rest = ',') => `${serial},${rest},Contoso,Atlas`;

const typed = (given: Record<string, string>) => ({
  serial: '',
  manufacturer: 'Contoso',
  model: 'Atlas',
  productKey: '',
  hash: '',
  reason: 'Mainboard broke',
  ...given,
});

/** A partner whose customer has these devices, and the ids of the devices in the order of the rows. */
async function withDevices(...rows: string[]) {
  const registrar = await newRegistrar();
  const { actor, customerId } = registrar;
  const { id: uploadId } = await upload(actor, customerId, deviceFile(...rows), { batch: 'Spring' });
  const { items } = await listDevices(actor, { customerId });
  const ids = items.sort((a, b) => a.row - b.row).map(({ id }) => id);
  const [deviceId = ''] = ids;
  const repair = (given: Record<string, string>, id = deviceId) =>
    repairDevice(actor, { customerId, deviceId: id, ...typed(given) });
  const read = (id = deviceId) => readDevice(actor, { deviceId: id });
  return { ...registrar, uploadId, ids, deviceId, repair, read };
}

describe('a repair', () => {
  it('leaves the device what it is, under its new hardware, and keeps both identities', async () => {
    const [before, after, productKey] = [word(), word(), keyOf()];
    const { actor, customerId, deviceId, repair, read } = await withDevices(
      tuple(before, `${productKey},${hashOf(before)}`),
    );
    await tagDevices(actor, { customerId, deviceIds: [deviceId], groupTag: 'Sales' });
    expect(await repair({ serial: after, productKey, hash: hashOf(after), reason: ' Board  broke ' })).toEqual({
      ok: true,
    });
    const device = await read();
    expect(device).toMatchObject({ id: deviceId, serial: after, productKey, groupTag: 'Sales', batch: 'Spring' });
    expect(device.repairs).toEqual([
      expect.objectContaining({ serial: before, productKey, hasHash: true, by: actor.name, reason: 'Board broke' }),
    ]);
    const [kept] = await db.select().from(deviceIdentities).where(eq(deviceIdentities.deviceId, deviceId));
    expect(kept?.hash?.toString('base64')).toBe(hashOf(before));
    expect(kept?.since).toEqual(device.registeredAt);
    const [stored] = await storedDevices(customerId);
    expect(stored?.hash?.toString('base64')).toBe(hashOf(after));
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, deviceId));
    expect(events).toMatchObject([{ action: 'devices.repaired', detail: { before, after, reason: 'Board broke' } }]);
  });

  it('gives up a hash that is not given anew, and a second one follows the first', async () => {
    const [first, second, third] = [word(), word(), word()];
    const { repair, read } = await withDevices(tuple(first, `,${hashOf(first)}`));
    await repair({ serial: second });
    await repair({ serial: third, hash: hashOf(third) });
    const { repairs, hasHash } = await read();
    expect(repairs.map(({ serial, hasHash: had }) => [serial, had])).toEqual([
      [first, true],
      [second, false],
    ]);
    expect(hasHash).toBe(true);
  });

  it.each([
    ['nothing that identifies a device', { serial: 'X', model: '' }, 'model'],
    ['a hash that was cut', { serial: 'X', hash: 'T0FB' }, 'hash'],
    ['a product key that a spreadsheet rounded', { productKey: '1.23457E+12' }, 'productKey'],
    ['no reason', { serial: 'X', reason: ' ' }, 'reason'],
  ])('is refused with %s, like a row of a file', async (_name, given, field) => {
    const { repair } = await withDevices(tuple(word()));
    await expect(repair(given)).rejects.toMatchObject({
      code: 'invalid',
      fields: { [field]: expect.stringMatching(/\w/) },
    });
  });

  it('is none without anything new', async () => {
    const serial = word();
    const { repair, deviceId } = await withDevices(tuple(serial, `,${hashOf(serial)}`));
    const none = { ok: false, reason: 'same_hardware' };
    expect(await repair({ serial })).toEqual(none);
    expect(await repair({ serial, hash: hashOf(serial) })).toEqual(none);
    expect(await db.select().from(deviceIdentities).where(eq(deviceIdentities.deviceId, deviceId))).toEqual([]);
  });

  it('is refused where another device has an identifier, with the word a row would get', async () => {
    const [mine, beside, theirs] = [word(), word(), word()];
    const [key, otherKey] = [keyOf(), keyOf()];
    const foreign = await newRegistrar();
    await upload(foreign.actor, foreign.customerId, deviceFile(tuple(theirs)));
    const { repair, customer, customerId } = await withDevices(tuple(mine), tuple(beside, `${key},`));
    const others = await newPartner('direct', 'admin_agent');
    await newConsent(customer, others.tenant);
    const elsewhere = word();
    await upload(others.actor, customerId, deviceFile(tuple(elsewhere)));

    expect(await repair({ serial: theirs })).toEqual({ ok: false, reason: 'other_tenant', field: 'serial' });
    expect(await repair({ serial: elsewhere })).toEqual({ ok: false, reason: 'other_registrar', field: 'serial' });
    expect(await repair({ serial: beside })).toEqual({ ok: false, reason: 'already_registered', field: 'serial' });
    expect(await repair({ serial: mine, productKey: key })).toEqual({
      ok: false,
      reason: 'identity_mismatch',
      field: 'productKey',
    });
    expect(await repair({ serial: mine, productKey: otherKey })).toEqual({ ok: true });
  });

  it('finds no device of another partner, nor one after the consent has ended', async () => {
    const { repair, actor, customer, consentId, customerId, deviceId } = await withDevices(tuple(word()));
    const others = await newPartner('direct', 'admin_agent');
    await newConsent(customer, others.tenant);
    const aim = { customerId, deviceId, ...typed({ serial: word() }) };
    await expect(repairDevice(others.actor, aim)).rejects.toMatchObject({ code: 'not_found' });
    await endConsent(customer.admin, { consentId });
    await expect(repair({ serial: word() })).rejects.toMatchObject({ code: 'not_found' });
    await expect(readDevice(actor, { deviceId })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('at the same time', () => {
  it('two devices that are to get one serial number: one of them gets it', async () => {
    const { ids, repair, read } = await withDevices(tuple(word()), tuple(word()), tuple(word()));
    const serial = word();
    const answers = await Promise.all(ids.map((id) => repair({ serial }, id)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'already_registered')).toHaveLength(2);
    const devices = await Promise.all(ids.map(read));
    expect(devices.filter((device) => device.serial === serial)).toHaveLength(1);
    expect(devices.flatMap(({ repairs }) => repairs)).toHaveLength(1);
  });

  it('a repair and a row of a file with one serial number make one device', async () => {
    const { actor, customerId, repair } = await withDevices(tuple(word()));
    const serial = word();
    const { id } = await send(actor, customerId, deviceFile(tuple(serial)));
    const [repaired] = await Promise.all([repair({ serial }), runUntilEmpty()]);
    await runUntilEmpty();
    const { registered, unchanged } = await outcomeOf(actor, id);
    expect([repaired.ok, registered, unchanged]).toEqual(repaired.ok ? [true, 0, 1] : [false, 1, 0]);
    expect((await listDevices(actor, { customerId, search: serial })).total).toBe(1);
  });
});

describe('the former identity of a repaired device', () => {
  it('still is that device when last month’s file comes again, in the preview too', async () => {
    const [before, productKey] = [word(), keyOf()];
    const { actor, customerId, repair } = await withDevices(tuple(before, `${productKey},${hashOf(before)}`));
    await repair({ serial: word(), productKey });
    const file = deviceFile(tuple(before, `${productKey},`), tuple(word()));
    const again = await upload(actor, customerId, file);
    expect(again).toMatchObject({ registered: 1, unchanged: 1, rejected: 0 });
    expect(again.rows[0]).toMatchObject({ code: 'already_registered', message: repairedSentence });
    expect(await upload(actor, customerId, deviceFile(`,,${hashOf(before)},,`))).toMatchObject({ unchanged: 1 });
    const asked = { serial: before, manufacturer: '', model: '', productKey: null, hashDigest: null };
    expect(await checkDevices(actor, { customerId, devices: [asked] })).toEqual([
      { code: 'already_registered', field: 'serial', repaired: true },
    ]);
    expect((await listDevices(actor, { customerId })).total).toBe(2);
  });

  it('is free for another customer, and its file is still told of the device', async () => {
    const before = word();
    const { actor, customerId, repair } = await withDevices(tuple(before));
    await repair({ serial: word() });
    const next = await newRegistrar();
    const bought = await upload(next.actor, next.customerId, deviceFile(tuple(before)));
    expect(bought).toMatchObject({ registered: 1 });
    const again = await upload(actor, customerId, deviceFile(tuple(before)));
    expect(again.rows[0]).toMatchObject({ status: 'unchanged', message: repairedSentence });
  });

  it('is free for its own customer once the device is deregistered', async () => {
    const before = word();
    const { actor, customerId, deviceId, repair } = await withDevices(tuple(before));
    await repair({ serial: word() });
    await deregisterDevices(actor, { customerId, deviceIds: [deviceId] });
    expect(await upload(actor, customerId, deviceFile(tuple(before)))).toMatchObject({ registered: 1 });
  });

  it('can be its hardware again', async () => {
    const [before, after] = [word(), word()];
    const { actor, customerId, repair } = await withDevices(tuple(before));
    await repair({ serial: after });
    expect(await repair({ serial: before })).toEqual({ ok: true });
    const again = await upload(actor, customerId, deviceFile(tuple(before), tuple(after)));
    expect(again.rows.map(({ status, message }) => [status, message === repairedSentence])).toEqual([
      ['unchanged', false],
      ['unchanged', true],
    ]);
  });

  it('finds the device, for those who may see it', async () => {
    const [before, after] = [word(), word()];
    const { actor, customer, customerId, deviceId, repair } = await withDevices(tuple(before));
    await repair({ serial: after });
    const found = { deviceId, customerId, former: before, name: after };
    expect(await findRepaired(actor, { search: before.toLowerCase() })).toEqual([expect.objectContaining(found)]);
    expect(await findRepaired(actor, { search: before, customerId })).toHaveLength(1);
    expect(await findRepaired(actor, { search: before.slice(0, 2) })).toEqual([]);
    const others = await newPartner('direct', 'admin_agent');
    await newConsent(customer, others.tenant);
    expect(await findRepaired(others.actor, { search: before })).toEqual([]);
    await deregisterDevices(actor, { customerId, deviceIds: [deviceId] });
    expect(await findRepaired(actor, { search: before })).toEqual([]);
  });
});

it('undoing the upload of a device that was repaired since leaves that device', async () => {
  const serial = word();
  const { actor, customerId, uploadId, repair } = await withDevices(tuple(word()), tuple(word()));
  await repair({ serial });
  await undoUpload(actor, { uploadId });
  await runUntilEmpty();
  expect((await outcomeOf(actor, uploadId)).undo).toMatchObject({ taken: 1, over: true });
  const { items } = await listDevices(actor, { customerId });
  expect(items.map((device) => device.serial)).toEqual([serial]);
});
