import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db, transaction } from '@/db';
import { jobs, webhookDeliveries, webhookEndpoints, webhookEvents } from '@/db/schema';
import { systemActor, type UserActor } from '@/lib/auth/actor';
import { days, later, now, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { latestNotifications } from '@/lib/notifications/queries';
import { mailsTo } from '@/lib/testing/mails';
import { newPartner } from '@/lib/testing/tenants';
import { newEndpoint, type Receiver, startReceiver } from '@/lib/testing/webhooks';
import { changeEndpoint } from './change-endpoint';
import { deliverWebhook } from './deliver-webhook';
import { listDeliveries, readDelivery } from './delivery-queries';
import { disableEndpoint } from './disable-endpoint';
import { emit } from './emit';
import { enableEndpoint } from './enable-endpoint';
import { readEndpoint } from './queries';
import { redeliver } from './redeliver';
import { rotateSecret } from './rotate-secret';
import { testEndpoint } from './test-endpoint';

let receiver: Receiver;
beforeEach(async () => {
  await db.delete(jobs);
  receiver = await startReceiver();
});
afterEach(async () => {
  setClock();
  await receiver.stop();
});

const registered = { uploadId: 'u', customerId: 'c', batch: 'Pilot', count: 3 };

async function subscribed() {
  const { tenant, actor } = await newPartner('direct', 'global_admin');
  const { id: endpointId, secret } = await newEndpoint(actor, { url: receiver.url });
  return { tenant, actor, endpointId, secret };
}

const happen = (tenantId: string) => transaction(() => emit(tenantId, 'devices.registered', registered));
const logOf = async (actor: UserActor, endpointId: string) =>
  (await listDeliveries(actor, { endpointId, page: 1 })).rows;
const mustSign = (secret: string, { headers, body }: Receiver['received'][number]) => {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
};

/** Lets the time come for each next attempt until none is left; the pauses between them in seconds. */
async function attempts(): Promise<number[]> {
  const pauses: number[] = [];
  for (;;) {
    await runUntilEmpty();
    const [next] = await db.select().from(jobs).where(eq(jobs.kind, 'webhook.deliver')).limit(1);
    if (!next) return pauses;
    pauses.push(Math.round((next.runAt.getTime() - now().getTime()) / 1000));
    setClock(() => next.runAt);
  }
}

describe('an event', () => {
  it('is delivered signed, with what happened', async () => {
    const { tenant, actor, endpointId, secret } = await subscribed();
    await happen(tenant.id);
    await runUntilEmpty();
    const [got] = receiver.received;
    if (!got) throw new Error('nothing arrived');
    expect(JSON.parse(got.body)).toEqual({
      type: 'devices.registered',
      timestamp: expect.stringMatching(/Z$/),
      data: registered,
    });
    expect(got.headers['webhook-signature']).toBe(mustSign(secret, got));
    expect(await logOf(actor, endpointId)).toMatchObject([
      {
        type: 'devices.registered',
        state: 'delivered',
        attempts: 1,
        nextAt: null,
        lastStatus: 204,
        lastFault: null,
        eventId: got.headers['webhook-id'],
        body: got.body,
      },
    ]);
  });

  it('is not there when what it tells of was rolled back', async () => {
    const { tenant, actor, endpointId } = await subscribed();
    await transaction(async () => {
      await emit(tenant.id, 'devices.registered', registered);
      throw new Error('changed my mind');
    }).catch(() => undefined);
    await runUntilEmpty();
    expect(receiver.received).toEqual([]);
    expect(await logOf(actor, endpointId)).toEqual([]);
  });

  it('is written for nobody who did not ask for it', async () => {
    const { tenant, actor, endpointId } = await subscribed();
    await changeEndpoint(actor, { endpointId, url: receiver.url, events: ['consent.ended'] });
    await happen(tenant.id);
    expect(await db.select().from(webhookEvents).where(eq(webhookEvents.tenantId, tenant.id))).toEqual([]);
  });

  it('goes to each endpoint of the organization, and to no other organization', async () => {
    const { tenant, actor } = await subscribed();
    await newEndpoint(actor, { url: receiver.url });
    await subscribed();
    await happen(tenant.id);
    await runUntilEmpty();
    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('is signed with both secrets for a day after a new one was made', async () => {
    const { tenant, actor, endpointId, secret } = await subscribed();
    const rotated = await rotateSecret(actor, { endpointId });
    if (!rotated.ok) throw new Error('no new secret');
    const signatures = async () => {
      receiver.received.length = 0;
      await happen(tenant.id);
      await runUntilEmpty();
      const [got] = receiver.received;
      if (!got) throw new Error('nothing arrived');
      return [
        String(got.headers['webhook-signature']).split(' '),
        mustSign(rotated.secret, got),
        mustSign(secret, got),
      ];
    };
    const [both, fresh, old] = await signatures();
    expect(both).toEqual([fresh, old]);
    const at = now();
    setClock(() => later(at, days(1) + 1));
    const [one, still] = await signatures();
    expect(one).toEqual([still]);
  });

  it('that is attempted twice for one attempt is written down once', async () => {
    const { tenant, actor, endpointId } = await subscribed();
    await happen(tenant.id);
    const [delivery] = await logOf(actor, endpointId);
    const attempt = { deliveryId: delivery?.id ?? '', round: '0', attempts: '0' };
    const made = await Promise.all([1, 2].map(() => deliverWebhook(systemActor('test'), attempt)));
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await deliverWebhook(systemActor('test'), attempt)).toEqual({ ok: false, reason: 'over' });
    await runUntilEmpty();
    expect(await logOf(actor, endpointId)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  });
});

describe('what is not delivered', () => {
  it('is tried ten times after growing pauses of three days in all; then the endpoint is disabled and its owner told once', async () => {
    const { tenant, actor, endpointId } = await subscribed();
    Object.assign(receiver.answer, { status: 500, body: 'no' });
    const at = now();
    setClock(() => at);
    await happen(tenant.id);
    const pauses = await attempts();
    expect(pauses).toEqual([5, 60, 300, 1800, 7200, 18_000, 36_000, 72_000, 126_000]);
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(days(3) / 1000);
    expect(receiver.received).toHaveLength(10);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await logOf(actor, endpointId)).toMatchObject([
      { state: 'failed', attempts: 10, lastFault: 'status', lastStatus: 500, lastAnswer: 'no' },
    ]);
    expect(await readEndpoint(actor, { endpointId })).toMatchObject({ health: 'given_up' });
    const { latest } = await latestNotifications(actor, {});
    expect(latest.map(({ sentence }) => sentence)).toEqual([
      `Your webhook at ${new URL(receiver.url).host} is disabled: nothing was delivered for three days.`,
    ]);
    expect(await mailsTo(actor.email)).toHaveLength(1);
  });

  it('leaves an endpoint enabled that delivered something in between, and its owner is told of the event', async () => {
    const { tenant, actor, endpointId } = await subscribed();
    receiver.answer.status = 500;
    await happen(tenant.id);
    const [delivery] = await logOf(actor, endpointId);
    await db
      .update(webhookDeliveries)
      .set({ attempts: 9 })
      .where(eq(webhookDeliveries.id, delivery?.id ?? ''));
    await deliverWebhook(systemActor('test'), { deliveryId: delivery?.id ?? '', round: '0', attempts: '9' });
    expect(await readEndpoint(actor, { endpointId })).toMatchObject({ health: 'failing' });
    const { latest } = await latestNotifications(actor, {});
    expect(latest.map(({ sentence }) => sentence)).toEqual([
      `An event for your webhook at ${new URL(receiver.url).host} was not delivered after ten attempts.`,
    ]);
  });

  it('is forgiven as soon as something arrives', async () => {
    const { tenant, actor, endpointId } = await subscribed();
    receiver.answer.status = 503;
    await happen(tenant.id);
    await runUntilEmpty();
    expect(await readEndpoint(actor, { endpointId })).toMatchObject({ health: 'failing' });
    receiver.answer.status = 200;
    expect(await attempts()).toEqual([5]);
    expect(await readEndpoint(actor, { endpointId })).toMatchObject({ health: 'working', failingSince: null });
    expect(await logOf(actor, endpointId)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  });

  it('is not sent at all when its secret cannot be opened', async () => {
    const { tenant, actor, endpointId } = await subscribed();
    await db.update(webhookEndpoints).set({ secret: 'sealed elsewhere' }).where(eq(webhookEndpoints.id, endpointId));
    await happen(tenant.id);
    await runUntilEmpty();
    expect(receiver.received).toEqual([]);
    expect(await logOf(actor, endpointId)).toMatchObject([{ state: 'waiting', lastFault: 'unsealed' }]);
  });
});

describe('a disabled endpoint', () => {
  it('is sent nothing, not even what was on its way, and told of nothing that happens meanwhile', async () => {
    const { tenant, actor, endpointId } = await subscribed();
    await happen(tenant.id);
    await disableEndpoint(actor, { endpointId });
    await happen(tenant.id);
    await runUntilEmpty();
    expect(receiver.received).toEqual([]);
    const log = await logOf(actor, endpointId);
    expect(log).toMatchObject([{ state: 'failed', lastFault: 'disabled' }]);
    const again = { endpointId, deliveryId: log[0]?.id ?? '' };
    expect(await redeliver(actor, again)).toEqual({ ok: false, reason: 'disabled' });
    expect(await testEndpoint(actor, { endpointId })).toEqual({ ok: false, reason: 'disabled' });
    await enableEndpoint(actor, { endpointId });
    expect(await redeliver(actor, again)).toEqual({ ok: true });
    await runUntilEmpty();
    expect(receiver.received).toHaveLength(1);
  });
});

describe('somebody of the organization', () => {
  it('sends a test whatever the endpoint asks for, and reads what was answered', async () => {
    const { actor, endpointId } = await subscribed();
    await changeEndpoint(actor, { endpointId, url: receiver.url, events: ['consent.ended'] });
    Object.assign(receiver.answer, { status: 200, body: 'thank you' });
    const tested = await testEndpoint(actor, { endpointId });
    if (!tested.ok) throw new Error(tested.reason);
    await runUntilEmpty();
    expect(await readDelivery(actor, { endpointId, deliveryId: tested.deliveryId })).toMatchObject({
      type: 'webhook.test',
      state: 'delivered',
      lastAnswer: 'thank you',
    });
  });

  it('has an event sent again, with the same id and ten attempts of its own', async () => {
    const { tenant, actor, endpointId } = await subscribed();
    await happen(tenant.id);
    await runUntilEmpty();
    const [{ id: deliveryId } = { id: '' }] = await logOf(actor, endpointId);
    receiver.answer.status = 500;
    expect(await redeliver(actor, { endpointId, deliveryId })).toEqual({ ok: true });
    expect(await attempts()).toHaveLength(9);
    expect(receiver.received).toHaveLength(11);
    const [first, last] = [receiver.received[0], receiver.received.at(-1)];
    expect(last?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(last?.body).toBe(first?.body);
    expect(last?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp']);
  });

  it('does not wait for the next attempt, which is then not made as well', async () => {
    const { tenant, actor, endpointId } = await subscribed();
    receiver.answer.status = 500;
    await happen(tenant.id);
    await runUntilEmpty();
    const [{ id: deliveryId } = { id: '' }] = await logOf(actor, endpointId);
    receiver.answer.status = 200;
    await redeliver(actor, { endpointId, deliveryId });
    await attempts();
    expect(receiver.received).toHaveLength(2);
    expect(await logOf(actor, endpointId)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  });

  it('of another organization finds none of it', async () => {
    const { tenant, actor, endpointId } = await subscribed();
    await happen(tenant.id);
    const [{ id: deliveryId } = { id: '' }] = await logOf(actor, endpointId);
    const { actor: stranger, endpointId: own } = await subscribed();
    const missing = { code: 'not_found' };
    expect(await logOf(stranger, endpointId)).toEqual([]);
    await expect(readDelivery(stranger, { endpointId, deliveryId })).rejects.toMatchObject(missing);
    await expect(redeliver(stranger, { endpointId: own, deliveryId })).rejects.toMatchObject(missing);
    await expect(testEndpoint(stranger, { endpointId })).rejects.toMatchObject(missing);
  });
});
