import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { deviceProfiles } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { listBatches } from '@/lib/batches/queries';
import { deregisterDevices } from '@/lib/devices/deregister-devices';
import { readDevice } from '@/lib/devices/device-queries';
import { moveDevices } from '@/lib/devices/move-devices';
import { listOwnDevices, readOwnDevice } from '@/lib/devices/own-queries';
import { listDevices } from '@/lib/devices/queries';
import { undoUpload } from '@/lib/devices/undo-upload';
import { readUpload } from '@/lib/devices/upload-queries';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newProfile } from '@/lib/testing/profiles';
import { newConsent, newPartner, newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, send, upload } from '@/lib/testing/uploads';
import { assignProfile } from './assign-profile';
import { deleteProfile } from './delete-profile';
import { getProfile } from './queries';
import { setDefault } from './set-default';

let made = 0;
const rows = (length: number) => {
  const word = `P${process.pid}-${++made}`;
  return Array.from({ length }, (_, at) => `${word}-${at},,,Contoso Devices,Atlas 13`);
};
async function withDevices(length: number) {
  const registrar = await newRegistrar();
  const { customerId, customer } = registrar;
  const { id: uploadId } = await upload(registrar.actor, customerId, deviceFile(...rows(length)), { batch: 'Spring' });
  const { items } = await listDevices(registrar.actor, { customerId, pageSize: 200 });
  const admin = await newPerson(customer.tenant, 'intune_admin');
  return { ...registrar, admin, uploadId, ids: items.map(({ id }) => id).reverse() };
}
const shown = async (person: UserActor, customerId: string) =>
  (await listDevices(person, { customerId })).items.map(({ profile }) => profile?.name ?? null).reverse();
const shownToCustomer = async (person: UserActor) =>
  (await listOwnDevices(person, {})).items.map(({ profile }) => profile?.name ?? null).reverse();

describe('the profile of chosen devices', () => {
  it('is given, replaced and taken away, and the device tells it with the value before', async () => {
    const { actor, customerId, ids } = await withDevices(3);
    const [first, second] = [
      await newProfile(actor, customerId),
      await newProfile(actor, customerId, { name: 'Desk' }),
    ];
    const deviceIds = ids.slice(0, 2);
    const give = (profileId: string | null, chosen = deviceIds) =>
      assignProfile(actor, { customerId, deviceIds: chosen, profileId });
    expect(await give(first)).toEqual({ ok: true, changed: 2 });
    expect(await shown(actor, customerId)).toEqual(['Kiosk', 'Kiosk', null]);
    await give(second, ids.slice(1));
    await give(second, ids.slice(1));
    expect(await shown(actor, customerId)).toEqual(['Kiosk', 'Desk', 'Desk']);
    await give(null, ids.slice(1, 2));
    expect(await shown(actor, customerId)).toEqual(['Kiosk', null, 'Desk']);
    const { changes, profile } = await readDevice(actor, { deviceId: ids[1] ?? '' });
    expect(profile).toBeNull();
    expect(changes.map(({ what, before, after, by }) => [what, before, after, by])).toEqual([
      ['profile', null, 'Kiosk', actor.name],
      ['profile', 'Kiosk', 'Desk', actor.name],
      ['profile', 'Desk', null, actor.name],
    ]);
  });

  it('is refused for devices that are not there, and for a profile that is not', async () => {
    const { actor, customerId, ids } = await withDevices(1);
    const profileId = await newProfile(actor, customerId);
    const nobody = ['01890000-0000-7000-8000-000000000000'];
    const none = await assignProfile(actor, { customerId, deviceIds: nobody, profileId });
    expect(none).toEqual({ ok: false, reason: 'already_gone' });
    const [gone = ''] = nobody;
    const missing = assignProfile(actor, { customerId, deviceIds: ids, profileId: gone });
    await expect(missing).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps the profile from being deleted, and says by how many devices', async () => {
    const { actor, customerId, ids } = await withDevices(3);
    const profileId = await newProfile(actor, customerId);
    await assignProfile(actor, { customerId, deviceIds: ids, profileId });
    const refused = { ok: false, reason: 'assigned', devices: 3 };
    expect(await deleteProfile(actor, { customerId, profileId })).toEqual(refused);
    await deregisterDevices(actor, { customerId, deviceIds: ids.slice(1) });
    expect(await getProfile(actor, { customerId, profileId })).toMatchObject({ devices: 1 });
    await assignProfile(actor, { customerId, deviceIds: ids, profileId: null });
    expect(await deleteProfile(actor, { customerId, profileId })).toEqual({ ok: true });
  });

  it('of one who assigns and one who deletes at the same moment, one gets through', async () => {
    const { actor, customerId, ids } = await withDevices(1);
    const profileId = await newProfile(actor, customerId);
    const [given, deleted] = await Promise.all([
      assignProfile(actor, { customerId, deviceIds: ids, profileId }).catch(() => ({ ok: false })),
      deleteProfile(actor, { customerId, profileId }),
    ]);
    expect(given.ok).not.toBe(deleted.ok);
    expect(await shown(actor, customerId)).toEqual([given.ok ? 'Kiosk' : null]);
  });

  it('another partner’s device and another partner’s profile stay out of reach', async () => {
    const { actor, customer, customerId, ids } = await withDevices(1);
    const other = await newPartner('direct', 'admin_agent');
    await newConsent(customer, other.tenant);
    const profileId = await newProfile(other.actor, customerId);
    const theirs = await assignProfile(other.actor, { customerId, deviceIds: ids, profileId });
    expect(theirs).toEqual({ ok: false, reason: 'already_gone' });
    const mine = assignProfile(actor, { customerId, deviceIds: ids, profileId });
    await expect(mine).rejects.toMatchObject({ code: 'not_found' });
    expect(await shown(actor, customerId)).toEqual([null]);
  });
});

describe('a customer and its own devices', () => {
  it('its own profile goes before a partner’s, which never hears of it', async () => {
    const { actor, admin, customerId, ids } = await withDevices(2);
    const theirs = await newProfile(actor, customerId, { name: 'Theirs' });
    const ours = await newProfile(admin, customerId, { name: 'Ours' });
    await assignProfile(actor, { customerId, deviceIds: ids, profileId: theirs });
    const before = await readDevice(actor, { deviceId: ids[0] ?? '' });
    await assignProfile(admin, { customerId, deviceIds: ids.slice(0, 1), profileId: ours });
    expect(await shownToCustomer(admin)).toEqual(['Ours', 'Theirs']);
    expect(await shown(actor, customerId)).toEqual(['Theirs', 'Theirs']);
    expect(await readDevice(actor, { deviceId: ids[0] ?? '' })).toEqual(before);
    expect(JSON.stringify(await listBatches(actor, { customerId }))).not.toContain('Ours');
    // What the partner does next it does to its own.
    await assignProfile(actor, { customerId, deviceIds: ids, profileId: null });
    expect(await shownToCustomer(admin)).toEqual(['Ours', null]);
  });

  it('takes any profile away, and the partner reads in the history who did', async () => {
    const { actor, admin, customer, partner, customerId, ids } = await withDevices(1);
    const theirs = await newProfile(actor, customerId, { name: 'Theirs' });
    const ours = await newProfile(admin, customerId, { name: 'Ours' });
    await assignProfile(actor, { customerId, deviceIds: ids, profileId: theirs });
    await assignProfile(admin, { customerId, deviceIds: ids, profileId: ours });
    expect(await assignProfile(admin, { customerId, deviceIds: ids, profileId: null })).toEqual({
      ok: true,
      changed: 1,
    });
    expect(await shownToCustomer(admin)).toEqual([null]);
    const { changes } = await readDevice(actor, { deviceId: ids[0] ?? '' });
    expect(changes.at(-1)).toMatchObject({ what: 'profile', before: 'Theirs', after: null });
    expect(changes.at(-1)?.by).toBe(`${admin.name} of ${customer.tenant.name}`);
    expect(JSON.stringify(changes)).not.toContain('Ours');
    const own = await readOwnDevice(admin, { deviceId: ids[0] ?? '' });
    expect(own).toMatchObject({ profile: null, partnerProfile: null, registrarName: partner.name });
    expect(own.changes.map(({ by, what, before, after }) => [by, what, before, after])).toEqual([
      [`${actor.name} of ${partner.name}`, 'profile', null, 'Theirs'],
      [admin.name, 'own_profile', null, 'Ours'],
      [admin.name, 'own_profile', 'Ours', null],
      [admin.name, 'profile', 'Theirs', null],
    ]);
  });

  it('gives no profile that a partner made', async () => {
    const { actor, admin, customerId, ids } = await withDevices(1);
    const profileId = await newProfile(actor, customerId);
    const given = assignProfile(admin, { customerId, deviceIds: ids, profileId });
    await expect(given).rejects.toMatchObject({ code: 'not_found' });
  });

  it('finds its devices by the beginning of their numbers, whoever registered them', async () => {
    const { admin, customer, partner, ids } = await withDevices(2);
    const { items, total } = await listOwnDevices(admin, {});
    expect([total, items.map(({ id, registrarName }) => [id, registrarName])]).toEqual([
      2,
      [...ids].reverse().map((id) => [id, partner.name]),
    ]);
    const search = items[0]?.serial ?? '';
    expect((await listOwnDevices(customer.admin, { search })).items).toMatchObject([{ serial: search }]);
  });
});

describe('what an upload registers', () => {
  it('gets the default, which is asked for when the upload is sent', async () => {
    const { actor, admin, customerId } = await withDevices(1);
    const profileId = await newProfile(actor, customerId);
    await setDefault(actor, { customerId, profileId });
    const { id } = await send(actor, customerId, deviceFile(...rows(2)));
    expect(await deleteProfile(actor, { customerId, profileId })).toEqual({ ok: false, reason: 'awaited' });
    await setDefault(actor, { customerId, profileId: null });
    await runUntilEmpty();
    expect(await shown(actor, customerId)).toEqual([null, 'Kiosk', 'Kiosk']);
    expect(await readUpload(actor, { id })).toMatchObject({ profile: 'Kiosk' });
    const { items } = await listDevices(actor, { customerId });
    const told = { profile: { name: 'Kiosk' }, uploadProfile: 'Kiosk' };
    expect(await readDevice(actor, { deviceId: items[0]?.id ?? '' })).toMatchObject(told);
    expect(await readOwnDevice(admin, { deviceId: items[0]?.id ?? '' })).toMatchObject(told);
  });

  it('gets the default from a sales agent, too, who may choose neither another nor none', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    const profileId = await newProfile(actor, customerId);
    await setDefault(actor, { customerId, profileId });
    const sales = await newPerson(partner, 'sales_agent');
    await upload(sales, customerId, deviceFile(...rows(1)));
    expect(await shown(actor, customerId)).toEqual(['Kiosk']);
    for (const profile of [profileId, 'none']) {
      const chosen = send(sales, customerId, deviceFile(...rows(1)), { profile });
      await expect(chosen).rejects.toMatchObject({ code: 'denied' });
    }
  });

  it('gets what was chosen instead, or nothing', async () => {
    const { actor, customerId } = await newRegistrar();
    const [usual, other] = [await newProfile(actor, customerId), await newProfile(actor, customerId, { name: 'Desk' })];
    await setDefault(actor, { customerId, profileId: usual });
    await upload(actor, customerId, deviceFile(...rows(1)), { profile: other });
    await upload(actor, customerId, deviceFile(...rows(1)), { profile: 'none' });
    expect(await shown(actor, customerId)).toEqual(['Desk', null]);
    const stranger = await newRegistrar();
    const foreign = await newProfile(stranger.actor, stranger.customerId);
    const refused = send(actor, customerId, deviceFile(...rows(1)), { profile: foreign });
    await expect(refused).rejects.toMatchObject({ code: 'invalid', fields: { profile: expect.any(String) } });
  });

  it('loses it when the upload is undone; devices that move are counted in their new batch', async () => {
    const { actor, customerId } = await newRegistrar();
    const profileId = await newProfile(actor, customerId);
    const { id } = await upload(actor, customerId, deviceFile(...rows(3)), { batch: 'Spring', profile: profileId });
    const { items } = await listDevices(actor, { customerId });
    await moveDevices(actor, { customerId, deviceIds: [items[0]?.id ?? ''], batch: 'Summer' });
    const { batches } = await listBatches(actor, { customerId });
    const counted = batches.map(({ name, devices: of, profiles }) => [name, of, profiles.map((one) => one.devices)]);
    expect(counted.sort()).toEqual([
      ['Spring', 2, [2]],
      ['Summer', 1, [1]],
    ]);
    await undoUpload(actor, { uploadId: id });
    await runUntilEmpty();
    expect(await db.select().from(deviceProfiles).where(eq(deviceProfiles.profileId, profileId))).toEqual([]);
  });
});
