import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { later, minutes, setClock } from '@/lib/clock';
import { processNow } from '@/lib/devices/process-upload';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newClient } from '@/lib/testing/clients';
import { storedDevices } from '@/lib/testing/devices';
import { newConsent, newCustomer, newTenant } from '@/lib/testing/tenants';
import { registerSubmitted } from './register-submitted';
import { readSubmission } from './result-queries';
import { submitDevices } from './submit-devices';

afterEach(() => setClock());

async function maker() {
  const tenant = await newTenant('partner', { partnerType: 'oem' });
  const client = await newClient({ tenant, scopes: ['oem'] });
  const customer = await newCustomer();
  await newConsent(customer, tenant, { kind: 'oem' });
  return { client, customerId: customer.tenant.id };
}

const devices = () => [{ serialNumber: `S-${crypto.randomUUID()}`, manufacturer: 'Proseware', model: 'Atlas' }];

describe('a submission whose process dies before it is worked through', () => {
  it('is taken up by a job a minute later', async () => {
    const { client, customerId } = await maker();
    expect(await submitDevices(client, { customerId, devices: devices(), key: null })).toMatchObject({ ok: true });
    await runUntilEmpty();
    expect(await storedDevices(customerId)).toEqual([]);
    setClock(() => later(new Date(), minutes(2)));
    await runUntilEmpty();
    expect(await storedDevices(customerId)).toHaveLength(1);
  });

  it('is the one that is answered to whoever sends it again', async () => {
    const { client, customerId } = await maker();
    const given = { customerId, devices: devices(), key: crypto.randomUUID() };
    const first = await submitDevices(client, given);
    const answered = await registerSubmitted(client, given);
    expect(answered).toMatchObject({ uploadId: first.ok && first.id, results: [{ status: 'registered' }] });
    const all = await db.select().from(uploads).where(eq(uploads.customerId, customerId));
    expect(all).toMatchObject([{ state: 'finished', registered: 1 }]);
    await expect(registerSubmitted(client, { ...given, devices: devices() })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

it('a submission and the job that comes upon it work through it once', async () => {
  const { client, customerId } = await maker();
  const made = await submitDevices(client, { customerId, devices: devices(), key: null });
  const id = made.ok ? made.id : '';
  await Promise.all([processNow(id), processNow(id), processNow(id)]);
  expect(await readSubmission(client, { uploadId: id })).toMatchObject([{ status: 'registered' }]);
  expect(await storedDevices(customerId)).toHaveLength(1);
});

it('devices of a submission that broke down before their turn are told so', async () => {
  const { client, customerId } = await maker();
  const made = await submitDevices(client, { customerId, devices: devices(), key: null });
  const uploadId = made.ok ? made.id : '';
  await db.update(uploads).set({ state: 'failed' }).where(eq(uploads.id, uploadId));
  await processNow(uploadId);
  expect(await readSubmission(client, { uploadId })).toMatchObject([
    { status: 'rejected', code: 'stopped', retryable: true },
  ]);
});
