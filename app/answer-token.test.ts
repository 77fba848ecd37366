import { describe, expect, it } from 'vitest';
import { scopesOf } from '@/lib/auth/actor';
import { loadClient } from '@/lib/auth/load-client';
import { newClient } from '@/lib/testing/clients';
import { newTenant } from '@/lib/testing/tenants';
import { answerToken } from './answer-token';

type Form = Record<string, string>;

const post = (form: Form | string, headers: Form = {}) =>
  new Request('http://localhost:3000/x/oauth2/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
  });

const formOf = ({ id, secret }: { id: string; secret: string }, given: Form = {}): Form => ({
  grant_type: 'client_credentials',
  client_id: id,
  client_secret: secret,
  ...given,
});

const resource = 'https://api.partnercenter.microsoft.com';

/** How many scopes a direct partner's client can have. */
const everything = scopesOf({ partnerType: 'direct' }).length;

describe('a request for a token', () => {
  it('of version 1 is answered with numbers as text, and is kept nowhere', async () => {
    const client = await newClient();
    const answer = await answerToken(post(formOf(client, { resource })), client.tenant.id, 1);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const body = await answer.json();
    expect(body).toEqual({
      token_type: 'Bearer',
      expires_in: '3600',
      ext_expires_in: '3600',
      expires_on: String(Number(body.not_before) + 3600),
      not_before: expect.stringMatching(/^\d{10}$/),
      resource,
      access_token: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await loadClient(body.access_token)).toMatchObject({ id: client.id });
  });

  it.each([
    ['everything, as other clients say it', `${resource}/.default`, everything],
    ['everything, as older clients say it', `${resource}/user_impersonation`, everything],
    ['two scopes of ours', 'read devices', 2],
    ['no scope', '', everything],
  ])('of version 2 for %s', async (_what, scope, count) => {
    const client = await newClient();
    const answer = await answerToken(post(formOf(client, { scope })), client.tenant.domain, 2);
    const body = await answer.json();
    expect(body).toMatchObject({ expires_in: 3600, resource: scope });
    expect((await loadClient(body.access_token))?.scopes).toHaveLength(count);
  });

  it('may carry the secret in its header', async () => {
    const client = await newClient();
    const Authorization = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`;
    const answer = await answerToken(
      post({ grant_type: 'client_credentials' }, { Authorization }),
      client.tenant.id,
      1,
    );
    expect(answer.status).toBe(200);
  });

  it.each<[string, Form, number, string]>([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
    ['a secret beyond all bounds', { client_secret: 'x'.repeat(10_000) }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no grant', { grant_type: '' }, 400, 'invalid_request'],
    ['no client', { client_id: '' }, 400, 'invalid_request'],
    ['a scope nobody knows', { scope: 'everything' }, 400, 'invalid_scope'],
    ['a form beyond all bounds', { extra: 'x'.repeat(20_000) }, 400, 'invalid_request'],
  ])('is refused for %s', async (_what, given, status, error) => {
    const client = await newClient();
    const answer = await answerToken(post(formOf(client, given)), client.tenant.id, 1);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error });
    expect(answer.headers.has('www-authenticate')).toBe(status === 401);
  });

  it('is refused for a scope that the client does not have, and to an indirect reseller', async () => {
    const client = await newClient({ scopes: ['read'] });
    const narrow = await answerToken(post(formOf(client, { scope: 'devices' })), client.tenant.id, 2);
    expect([narrow.status, (await narrow.json()).error]).toEqual([400, 'invalid_scope']);
    const tenant = await newTenant('partner', { partnerType: 'indirect_reseller' });
    const never = await newClient({ tenant });
    const refused = await answerToken(post(formOf(never)), tenant.id, 1);
    expect([refused.status, (await refused.json()).error]).toEqual([400, 'unauthorized_client']);
  });

  it.each(['', 'not a form', '\u0000', '%'.repeat(100), '{"grant_type":"client_credentials"}'])(
    'that is %j is refused',
    async (body) => expect((await answerToken(post(body), 'x', 1)).status).toBe(400),
  );
});
