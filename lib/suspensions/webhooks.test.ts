import { afterEach, beforeEach, expect, it } from 'vitest';
import { db, transaction } from '@/db';
import { jobs } from '@/db/schema';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newClient } from '@/lib/testing/clients';
import { suspend } from '@/lib/testing/suspensions';
import { newPartner } from '@/lib/testing/tenants';
import { newEndpoint, type Receiver, startReceiver } from '@/lib/testing/webhooks';
import { listDeliveries, readDelivery } from '@/lib/webhooks/delivery-queries';
import { emit } from '@/lib/webhooks/emit';

let receiver: Receiver;
beforeEach(async () => {
  await db.delete(jobs);
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

const registered = { uploadId: 'u', customerId: 'c', batch: 'Pilot', count: 3 };
const happen = (tenantId: string) => transaction(() => emit(tenantId, 'devices.registered', registered));

it('nothing is sent to a suspended partner; what happened meanwhile arrives once it is reinstated', async () => {
  const { tenant, actor } = await newPartner('direct', 'global_admin');
  const { id: endpointId } = await newEndpoint(actor, { url: receiver.url });
  const suspension = await suspend(tenant.id);
  await happen(tenant.id);
  await happen(tenant.id);
  await runUntilEmpty();
  expect(receiver.received).toHaveLength(0);
  const [waiting] = (await listDeliveries(actor, { endpointId, page: 1 })).rows;
  const aside = await readDelivery(actor, { endpointId, deliveryId: waiting?.id ?? '' });
  expect(aside).toMatchObject({ state: 'waiting', attempts: 0, nextAt: null });
  await suspension.reinstate();
  await runUntilEmpty();
  expect(receiver.received).toHaveLength(2);
});

it('an attempt that waits for its time is laid aside as well', async () => {
  const { tenant, actor } = await newPartner('direct', 'global_admin');
  await newEndpoint(actor, { url: receiver.url });
  await happen(tenant.id);
  const suspension = await suspend(tenant.id);
  await runUntilEmpty();
  await suspension.reinstate();
  await runUntilEmpty();
  expect(receiver.received).toHaveLength(1);
});

it('of a suspended client only its own webhook pauses', async () => {
  const { tenant, actor } = await newPartner('direct', 'global_admin');
  await newEndpoint(actor, { url: receiver.url });
  const client = await newClient({ tenant });
  await newEndpoint(client, { url: receiver.url });
  const suspension = await suspend(tenant.id, client.id);
  await happen(tenant.id);
  await runUntilEmpty();
  expect(receiver.received).toHaveLength(1);
  await suspension.reinstate();
  await runUntilEmpty();
  expect(receiver.received).toHaveLength(2);
});
