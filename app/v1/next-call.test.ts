import { describe, expect, it } from 'vitest';
import { scopesOf } from '@/lib/auth/actor';
import { changeScopes } from '@/lib/clients/change-scopes';
import { revokeClient } from '@/lib/clients/revoke-client';
import { askSample, sampleNames, sampleOf } from '@/lib/testing/api-samples';
import { newApiWorld } from '@/lib/testing/api-world';
import { endings } from '@/lib/testing/endings';
import { api } from './api';
import { calls } from './calls';

const world = (type: 'direct' | 'indirect_provider' = 'direct') => newApiWorld((request) => api.fetch(request), type);

const names = calls.map(({ method, path }) => `${method} ${path}`);
const reading = names.filter((name) => name.startsWith('get '));

it('there is a sample of every call, and of nothing else', () => {
  expect(sampleNames.toSorted()).toEqual(names.toSorted());
});

describe('before anything ended, a call is answered', () => {
  it('each that only reads', async () => {
    const of = await world();
    for (const name of reading) expect([name, (await askSample(name, of)).status]).toEqual([name, 200]);
  });

  it.each(names.filter((name) => !reading.includes(name)))('%s', async (name) => {
    const { status } = await askSample(name, await world());
    expect(sampleOf(name).answers ?? [200, 201, 202, 204]).toContain(status);
  });
});

describe('the very next call is refused', () => {
  it('once the client is revoked, whatever it is', async () => {
    const of = await world();
    await revokeClient(of.owner, { clientId: of.client.id });
    for (const name of names) {
      const { status, json, headers } = await askSample(name, of);
      expect([name, status, json.code]).toEqual([name, 401, '800001']);
      expect(headers.get('WWW-Authenticate')).toContain('Bearer');
    }
  });

  it('once its scopes are narrowed, each that needs one that is gone', async () => {
    const of = await world();
    for (const name of names) {
      const scopes = scopesOf(of.tenant).filter((scope) => !sampleOf(name).scopes.includes(scope));
      await changeScopes(of.owner, { clientId: of.client.id, scopes });
      const { status, json } = await askSample(name, of);
      expect([name, status, json.code]).toEqual([name, 403, '900150']);
    }
  });

  it.each(endings)('once %s, each that is about the customer', async (_cause, type, end) => {
    const of = await world(type);
    expect((await askSample('get /customers', of)).text).toContain(of.customerId);
    await end(of);
    for (const name of names) {
      const { status, json, text } = await askSample(name, of);
      const { afterEnd } = sampleOf(name);
      if (!afterEnd) expect([name, status, json.code]).toEqual([name, 403, '20002']);
      if (afterEnd === 'not found') expect([name, status, json.code]).toEqual([name, 404, '1000']);
      if (afterEnd === 'silent') expect([name, status, text.includes(of.customerId)]).toEqual([name, 200, false]);
    }
  });

  it('of no call that has a customer in its address anything else is said', () => {
    for (const name of names.filter((one) => one.includes('{customerId}')))
      expect([name, sampleOf(name).afterEnd]).toEqual([name, undefined]);
  });
});
