import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newProgram } from '@/lib/testing/api-calls';
import { type Receiver, startReceiver } from '@/lib/testing/webhooks';
import { api } from './api';

const program = (given = {}) => newProgram((request) => api.fetch(request), given);
const base = '/webhooks/v1/registration';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

describe('a program’s webhook', () => {
  it('is made once, read and replaced, and its secret is in no answer', async () => {
    const { ask } = await program();
    expect((await ask('GET', base)).status).toBe(404);
    expect(
      (await ask('PUT', base, { body: { WebhookUrl: receiver.url, WebhookEvents: ['consent.ended'] } })).status,
    ).toBe(404);
    const body = { webhookUrl: receiver.url, WEBHOOKEVENTS: ['consent.ended'] };
    const made = await ask('POST', base, { body });
    expect(made).toMatchObject({
      status: 200,
      json: { WebhookUrl: receiver.url, WebhookEvents: ['consent.ended'], SubscriberId: expect.any(String) },
    });
    expect(made.text).not.toContain('whsec_');
    expect((await ask('POST', base, { body })).status).toBe(409);
    const { json } = await ask('PUT', base, { body: { ...body, WEBHOOKEVENTS: ['upload.finished'] } });
    expect(json).toEqual({ ...made.json, WebhookEvents: ['upload.finished'] });
    expect((await ask('GET', base)).json).toEqual(json);
  });

  it.each([
    [{ WebhookUrl: 'http://10.0.0.1/', WebhookEvents: ['consent.ended'] }, 'https://'],
    [{ WebhookUrl: 'https://example.com/', WebhookEvents: [] }, 'at least one event'],
    [{ WebhookUrl: 'https://example.com/', WebhookEvents: ['subscription-updated'] }, 'WebhookEvents.0'],
    [{ WebhookEvents: ['consent.ended'] }, 'WebhookUrl'],
  ])('is refused as %j', async (body, why) => {
    const { ask } = await program();
    const refused = await ask('POST', base, { body });
    expect(refused).toMatchObject({ status: 400, json: { code: '3000' } });
    expect(refused.json.description).toContain(why);
  });

  it('is sent a test whose outcome can be asked for', async () => {
    const { ask } = await program();
    await ask('POST', base, { body: { WebhookUrl: receiver.url, WebhookEvents: ['consent.ended'] } });
    expect((await ask('GET', `${base}/validationEvents`)).status).toBe(404);
    const { json } = await ask('POST', `${base}/validationEvents`);
    const waiting = { correlationId: json.correlationId, status: 'waiting', results: [] };
    expect((await ask('GET', `${base}/validationEvents/${json.correlationId}`)).json).toEqual(waiting);
    await runUntilEmpty();
    expect((await ask('GET', `${base}/validationEvents`)).json).toEqual({
      correlationId: json.correlationId,
      status: 'delivered',
      results: [{ responseCode: 204, responseMessage: 'Answered with 204.', dateTimeUtc: expect.stringMatching(/Z$/) }],
    });
    const other = await program();
    await other.ask('POST', base, { body: { WebhookUrl: receiver.url, WebhookEvents: ['consent.ended'] } });
    expect((await other.ask('GET', `${base}/validationEvents/${json.correlationId}`)).status).toBe(404);
  });

  it('needs the scope', async () => {
    const reader = await program({ scopes: ['read'] });
    expect((await reader.ask('GET', `${base}/events`)).json).toContain('consent.accepted');
    const body = { WebhookUrl: receiver.url, WebhookEvents: ['consent.ended'] };
    expect((await reader.ask('POST', base, { body })).status).toBe(403);
    const other = await program({ scopes: ['devices'] });
    expect((await other.ask('GET', base)).status).toBe(403);
    expect((await other.ask('GET', `${base}/events`)).status).toBe(403);
  });
});
