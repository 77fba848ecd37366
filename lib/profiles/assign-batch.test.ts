import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { users } from '@/db/schema';
import { systemActor } from '@/lib/auth/actor';
import { listBatches } from '@/lib/batches/queries';
import { endConsent } from '@/lib/consent/end-consent';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newProfile } from '@/lib/testing/profiles';
import { newConsent, newPartner, newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, upload } from '@/lib/testing/uploads';
import { assignBatch } from './assign-batch';
import { assignBatchDevices } from './assign-batch-devices';
import { deleteProfile } from './delete-profile';

let made = 0;
const rows = (length: number) => {
  const word = `B${process.pid}-${++made}`;
  return Array.from({ length }, (_, at) => `${word}-${at},,,Contoso Devices,Atlas 13`);
};

async function withBatch(length: number) {
  const registrar = await newRegistrar();
  const { actor, customerId } = registrar;
  await upload(actor, customerId, deviceFile(...rows(length)), { batch: 'Spring' });
  await upload(actor, customerId, deviceFile(...rows(1)), { batch: 'Other' });
  const batch = async (name = 'Spring') =>
    (await listBatches(actor, { customerId })).batches.find((found) => found.name === name);
  return { ...registrar, batch, batchId: (await batch())?.id ?? '', profileId: await newProfile(actor, customerId) };
}

describe('the profile of a whole batch', () => {
  it('is given to every device of it, more than one transaction holds, and says how far it is', async () => {
    const { actor, customerId, batch, batchId, profileId } = await withBatch(2001);
    expect(await assignBatch(actor, { customerId, batchId, profileId })).toEqual({ ok: true });
    expect((await batch())?.run).toMatchObject({ profileName: 'Kiosk', done: 0, finishedAt: null, by: actor.name });
    await runUntilEmpty();
    expect(await batch()).toMatchObject({
      profiles: [{ name: 'Kiosk', devices: 2001 }],
      run: { done: 2001, finishedAt: expect.any(Date), stopped: null },
    });
    expect(await batch('Other')).toMatchObject({ profiles: [], run: null });
    expect(await deleteProfile(actor, { customerId, profileId })).toMatchObject({ reason: 'assigned', devices: 2001 });
    await assignBatch(actor, { customerId, batchId, profileId: null });
    await runUntilEmpty();
    expect(await batch()).toMatchObject({ profiles: [], run: { profileId: null, done: 2001 } });
  });

  it('is the one that was asked for last', async () => {
    const { actor, customerId, batch, batchId, profileId } = await withBatch(3);
    const second = await newProfile(actor, customerId, { name: 'Desk' });
    await assignBatch(actor, { customerId, batchId, profileId });
    await assignBatch(actor, { customerId, batchId, profileId: second });
    await runUntilEmpty();
    expect((await batch())?.profiles).toMatchObject([{ name: 'Desk', devices: 3 }]);
    const old = await assignBatchDevices(systemActor('test'), { runId: uuidv7() });
    expect(old).toEqual({ ok: false, reason: 'over' });
  });

  it('stops when the consent ends, when the profile goes, and when the person may no longer', async () => {
    const ended = await withBatch(1);
    await assignBatch(ended.actor, ended);
    await endConsent(ended.customer.admin, { consentId: ended.consentId });
    await runUntilEmpty();
    await newConsent(ended.customer, ended.partner);
    expect(await ended.batch()).toMatchObject({ profiles: [], run: { stopped: 'consent_ended', done: 0 } });

    const gone = await withBatch(1);
    await assignBatch(gone.actor, gone);
    expect(await deleteProfile(gone.actor, gone)).toEqual({ ok: true });
    await runUntilEmpty();
    expect(await gone.batch()).toMatchObject({ profiles: [], run: { stopped: 'profile_gone' } });

    const fired = await withBatch(1);
    const person = await newPerson(fired.partner, 'admin_agent');
    await assignBatch(person, fired);
    await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, person.id));
    await runUntilEmpty();
    expect(await fired.batch()).toMatchObject({ profiles: [], run: { stopped: 'permission_revoked' } });
  });

  it('is nothing for another partner of the customer, nor for the customer', async () => {
    const { customer, customerId, batchId } = await withBatch(1);
    const other = await newPartner('direct', 'admin_agent');
    await newConsent(customer, other.tenant);
    const theirs = await newProfile(other.actor, customerId);
    const byOther = assignBatch(other.actor, { customerId, batchId, profileId: theirs });
    await expect(byOther).rejects.toMatchObject({ code: 'not_found' });
    const admin = await newPerson(customer.tenant, 'intune_admin');
    const byCustomer = assignBatch(admin, { customerId, batchId, profileId: null });
    await expect(byCustomer).rejects.toMatchObject({ code: 'not_found' });
  });
});
