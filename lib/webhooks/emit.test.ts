import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { webhookEvents } from '@/db/schema';
import { askRelease } from '@/lib/conflicts/ask-release';
import { releaseDevice } from '@/lib/conflicts/release-device';
import { withdrawAsking } from '@/lib/conflicts/withdraw-asking';
import { declineRequest } from '@/lib/consent/decline-request';
import { endConsent } from '@/lib/consent/end-consent';
import { cancelUpload } from '@/lib/devices/cancel-upload';
import { deregisterDevices } from '@/lib/devices/deregister-devices';
import { devicesOf } from '@/lib/devices/emit-upload';
import { identityLimits } from '@/lib/devices/limits';
import { listDevices } from '@/lib/devices/queries';
import { undoUpload } from '@/lib/devices/undo-upload';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { asking, newConflict, newDispute } from '@/lib/testing/conflicts';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newCustomer, newPartner, newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, send, upload } from '@/lib/testing/uploads';
import { newEndpoint } from '@/lib/testing/webhooks';

/** Nobody is reached: the events are what is looked at. Its jobs fail and wait. */
const nowhere = 'https://127.0.0.2/events';

/** Lets an organization hear of everything. */
async function listen(tenant: Parameters<typeof newPerson>[0]) {
  await newEndpoint(await newPerson(tenant, 'global_admin'), { url: nowhere });
}

/** What an organization was told so far, in order. */
const told = async (tenantId: string): Promise<[string, Record<string, unknown>][]> =>
  (await db.select().from(webhookEvents).where(eq(webhookEvents.tenantId, tenantId)).orderBy(webhookEvents.id)).map(
    ({ body }) => {
      const { type, data } = JSON.parse(body) as { type: string; data: Record<string, unknown> };
      return [type, data];
    },
  );

async function registrar() {
  const made = await newRegistrar();
  await listen(made.partner);
  return made;
}

describe('a partner’s programs', () => {
  it('are told once that a request is accepted, and that the consent ended', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    await listen(tenant);
    const { admin, tenant: customer } = await newCustomer();
    const request = await newRequest(actor, { dap: true });
    const accepted = await acceptAs(admin, request, true);
    expect((await acceptAs(admin, request, true)).ok).toBe(false);
    const who = { id: customer.id, name: customer.name, domain: customer.domain };
    const consentId = expect.any(String);
    const yes = {
      consentId,
      requestId: request.requestId,
      kind: 'reseller',
      delegatedAdministration: true,
      customer: who,
    };
    expect(accepted.ok).toBe(true);
    expect(await told(tenant.id)).toEqual([['consent.accepted', yes]]);
    const [[, given] = []] = await told(tenant.id);
    await endConsent(admin, { consentId: String(given?.consentId) });
    expect((await told(tenant.id)).slice(1)).toEqual([
      ['consent.ended', { consentId: given?.consentId, kind: 'reseller', endedBy: 'customer', customer: who }],
    ]);
  });

  it('are told that a request is declined: by whom, and not why', async () => {
    const { tenant, actor } = await newPartner('direct', 'sales_agent');
    await listen(tenant);
    const { admin, tenant: customer } = await newCustomer();
    const request = await newRequest(actor);
    await declineRequest(admin, { ...request, reason: 'Too dear.' });
    expect(await told(tenant.id)).toEqual([
      ['consent.declined', { requestId: request.requestId, customer: { name: customer.name } }],
    ]);
  });

  it('are told how an upload ended and what it registered, once for all of its devices', async () => {
    const { partner, actor, customerId } = await registrar();
    const rows = ['A', 'B', 'C'].map((name) => `${name}-${customerId},,,Contoso,Atlas`);
    const { id: uploadId } = await upload(actor, customerId, deviceFile(...rows, ',,,,'));
    expect(await told(partner.id)).toEqual([
      [
        'upload.finished',
        {
          uploadId,
          customerId,
          batch: 'Batch',
          state: expect.any(String),
          registered: 3,
          unchanged: 0,
          rejected: expect.any(Number),
        },
      ],
      ['devices.registered', { uploadId, customerId, batch: 'Batch', count: 3 }],
    ]);
    await undoUpload(actor, { uploadId });
    await runUntilEmpty();
    expect((await told(partner.id)).slice(2)).toEqual([['devices.deregistered', { customerId, count: 3, uploadId }]]);
  });

  it('are told that an upload was canceled, and of no devices where none were registered', async () => {
    const { partner, actor, customerId } = await registrar();
    const { id: uploadId } = await send(actor, customerId, deviceFile(`A-${customerId},,,Contoso,Atlas`));
    await cancelUpload(actor, { uploadId });
    await runUntilEmpty();
    expect(await told(partner.id)).toMatchObject([['upload.finished', { uploadId, state: 'canceled', registered: 0 }]]);
  });

  it('are told of devices that somebody deregisters, once for all of them', async () => {
    const { partner, actor, customerId } = await registrar();
    const serials = ['A', 'B'].map((name) => `${name}-${customerId}`);
    await upload(actor, customerId, deviceFile(...serials.map((serial) => `${serial},,,Contoso,Atlas`)));
    const { items } = await listDevices(actor, { customerId });
    const choice = { customerId, deviceIds: items.map(({ id }) => id) };
    await deregisterDevices(actor, choice);
    expect((await deregisterDevices(actor, choice)).ok).toBe(false);
    const gone = (await told(partner.id)).filter(([type]) => type === 'devices.deregistered');
    expect(gone).toEqual([
      [
        'devices.deregistered',
        {
          customerId,
          count: 2,
          devices: expect.arrayContaining(serials.map((serialNumber) => ({ serialNumber, productKey: '' }))),
        },
      ],
    ]);
  });
});

describe('the two sides of a conflict', () => {
  const stories = (events: [string, Record<string, unknown>][]) =>
    events.filter(([type]) => type === 'conflict.changed').map(([, { side, state }]) => `${side} ${state}`);

  it('are each told what it comes to, in their own words, and nothing of the other', async () => {
    const { asker, holder, uploadId, serial } = await newDispute();
    await listen(asker.partner);
    await listen(holder.partner);
    const asked = await askRelease(asker.actor, asking(uploadId));
    if (!asked.ok) throw new Error(asked.reason);
    await releaseDevice(holder.actor, { conflictId: asked.id });
    const [toAsker, toHolder] = [await told(asker.partner.id), await told(holder.partner.id)];
    expect(stories(toAsker)).toEqual(['asker asked', 'asker released']);
    expect(stories(toHolder)).toEqual(['holder asked', 'holder released']);
    expect(toHolder.filter(([type]) => type === 'devices.deregistered')).toMatchObject([
      ['devices.deregistered', { customerId: holder.customerId, count: 1, devices: [{ serialNumber: serial }] }],
    ]);
    const says = (events: unknown, side: typeof asker) =>
      [side.partner.id, side.partner.name, side.partner.domain, side.customerId, side.customer.tenant.name].filter(
        (word) => JSON.stringify(events).includes(word),
      );
    expect(says(toAsker, holder)).toEqual([]);
    expect(says(toHolder, asker)).toEqual([]);
  });

  it('are told when it is taken back', async () => {
    const { asker, holder, conflictId } = await newConflict();
    await listen(asker.partner);
    await listen(holder.partner);
    await withdrawAsking(asker.actor, { conflictId });
    expect(stories(await told(asker.partner.id))).toEqual(['asker withdrawn']);
    expect(stories(await told(holder.partner.id))).toEqual(['holder withdrawn']);
  });
});

describe('an event', () => {
  it('stays small, however many devices it is about', () => {
    const longest = { serial: '序'.repeat(identityLimits.serial), productKey: '9'.repeat(29) };
    const devices = devicesOf(Array.from({ length: 10_000 }, () => longest));
    const data = { customerId: uuidv7(), count: 10_000, devices };
    const body = JSON.stringify({ type: 'devices.deregistered', timestamp: new Date().toISOString(), data });
    expect(Buffer.byteLength(body)).toBeLessThan(20_480);
    expect(devices).toHaveLength(40);
  });
});
