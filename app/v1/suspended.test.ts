import { describe, expect, it } from 'vitest';
import { answerToken } from '@/app/answer-token';
import { POST as sendFile } from '@/app/api/uploads/route';
import { askSample, sampleNames } from '@/lib/testing/api-samples';
import { type ApiWorld, newApiWorld } from '@/lib/testing/api-world';
import { suspend } from '@/lib/testing/suspensions';
import { deviceFile, uploadRequestOf } from '@/lib/testing/uploads';
import { api } from './api';

const world = () => newApiWorld((request) => api.fetch(request));
const cases: [what: string, stop: (of: ApiWorld) => ReturnType<typeof suspend>][] = [
  ['the organization', ({ tenant }) => suspend(tenant.id)],
  ['the client', ({ tenant, client }) => suspend(tenant.id, client.id)],
];

const askToken = ({ tenant, client }: ApiWorld) => {
  const form = { grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret };
  const request = new Request('http://localhost:3000/x', { method: 'POST', body: new URLSearchParams(form) });
  return answerToken(request, tenant.id, 2);
};

describe.each(cases)('while support has suspended %s', (_what, stop) => {
  it('every call with a token from before is refused, with a sentence that says why', async () => {
    const of = await world();
    await stop(of);
    for (const name of sampleNames) {
      const { status, json } = await askSample(name, of);
      expect([name, status, json.code]).toEqual([name, 403, '2032']);
      expect(json.description).toMatch(/^Support has suspended the .* Nothing can be done until it is reinstated/);
    }
  });

  it('so is an answer that was given before, by the same id', async () => {
    const of = await world();
    const again = () =>
      of.ask('POST', `/customers/${of.customerId}/policies`, {
        body: { name: 'Reception' },
        headers: { 'MS-RequestId': '6f1c7f0e-6f29-4c56-9a5a-0d2d6c1e4b11' },
      });
    expect((await again()).status).toBe(200);
    const suspension = await stop(of);
    expect((await again()).status).toBe(403);
    await suspension.reinstate();
    expect((await again()).status).toBe(200);
  });

  it('so is a file', async () => {
    const of = await world();
    await stop(of);
    const headers = { Authorization: `Bearer ${of.token}` };
    const answer = await sendFile(uploadRequestOf(of.customerId, deviceFile('S-1,,,Contoso,Atlas'), { headers }));
    expect([answer.status, (await answer.json()).error.code]).toEqual([403, 'suspended']);
  });

  it('no token is issued, and afterwards the old one and a new one are good', async () => {
    const of = await world();
    const suspension = await stop(of);
    const refused = await askToken(of);
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { error: 'unauthorized_client', error_description: expect.stringContaining('Support has suspended') },
    ]);
    await suspension.reinstate();
    expect((await askToken(of)).status).toBe(200);
    expect((await askSample('get /customers', of)).status).toBe(200);
  });
});
