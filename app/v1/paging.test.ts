import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newProgram } from '@/lib/testing/api-calls';
import { newConsent, newCustomer, newPartnerLink, newTenant } from '@/lib/testing/tenants';
import { api } from './api';

type Asking = Awaited<ReturnType<typeof newProgram>>;
type Listed = { id: string; name?: string; serialNumber?: string; companyProfile?: { companyName: string } };

const program = (type: 'direct' | 'indirect_provider' = 'direct') =>
  newProgram((request) => api.fetch(request), { type });

async function withCustomer() {
  const asking = await program();
  const customer = await newCustomer();
  await newConsent(customer, asking.tenant);
  const path = `/customers/${customer.tenant.id}`;
  async function register(batchId: string, serials: string[]) {
    const devices = serials.map((serialNumber) => ({
      serialNumber,
      oemManufacturerName: 'Contoso',
      modelName: 'Atlas',
    }));
    await asking.ask('POST', `${path}/deviceBatches`, { body: { batchId, devices } });
    await runUntilEmpty();
  }
  return { ...asking, customer, path, register };
}

const called = ({ id, name, serialNumber, companyProfile }: Listed) =>
  (companyProfile?.companyName ?? name ?? serialNumber ?? id).split(' ')[0] ?? '';

/** Asks for a part of a list; tells what stands in it, and what leads on. */
async function part({ ask }: Pick<Asking, 'ask'>, path: string, seek: string, token?: string) {
  const headers: Record<string, string> = token ? { 'MS-ContinuationToken': token } : {};
  const { status, json } = await ask('GET', `${path}${path.includes('?') ? '&' : '?'}${seek}`, { headers });
  expect(status).toBe(200);
  const tokenOf = (link: { headers: { value: string }[] } | undefined) => link?.headers[0]?.value;
  const { next, previous } = json.links;
  const names = json.items.map(called).join('');
  return {
    names,
    total: json.totalCount,
    next: tokenOf(next),
    previous: tokenOf(previous),
    token: json.continuationToken,
  };
}

/** A list of five, A to E in its order. */
interface Paged {
  asking: Pick<Asking, 'ask'>;
  path: string;
}

const lists: Record<string, () => Promise<Paged>> = {
  'the batches of a customer': async () => {
    const of = await withCustomer();
    for (const name of ['E', 'D', 'C', 'B', 'A']) await of.register(name, [randomUUID()]);
    return { asking: of, path: `${of.path}/deviceBatches` };
  },
  'the devices of a batch': async () => {
    const of = await withCustomer();
    const mark = randomUUID();
    for (const some of ['E', 'DC', 'BA']) {
      await of.register(
        'Spring',
        [...some].map((name) => `${name} ${mark}`),
      );
    }
    return { asking: of, path: `${of.path}/deviceBatches/Spring/devices` };
  },
  'the policies of a customer': async () => {
    const of = await withCustomer();
    for (const name of ['C', 'A', 'E', 'B', 'D']) await of.ask('POST', `${of.path}/policies`, { body: { name } });
    return { asking: of, path: `${of.path}/policies` };
  },
  'the resellers of a provider': async () => {
    const of = await program('indirect_provider');
    for (const name of ['C', 'A', 'E', 'B', 'D']) {
      await newPartnerLink(of.tenant, await newTenant('partner', { partnerType: 'indirect_reseller', name }));
    }
    return { asking: of, path: '/relationships?relationship_type=IsIndirectCloudSolutionProviderOf' };
  },
  'the customers': async () => {
    const of = await program();
    for (const name of ['C', 'A', 'E', 'B', 'D']) await newConsent(await newCustomer(name), of.tenant);
    return { asking: of, path: '/customers' };
  },
};

describe.each(Object.entries(lists))('%s', (_name, make) => {
  it('are read page by page, back, from either end and by number', async () => {
    const { asking, path } = await make();
    const ask = (seek: string, token?: string) => part(asking, path, `size=2&${seek}`, token);
    const first = await ask('seekOperation=First');
    expect(first).toMatchObject({ names: 'AB', total: 5, previous: undefined });
    const second = await ask('seekOperation=Next', first.next);
    expect(second).toMatchObject({ names: 'CD', total: 5 });
    expect(await ask('seekOperation=Next', second.token)).toMatchObject({ names: 'E', next: undefined });
    expect((await ask('seekOperation=Previous', second.previous)).names).toBe('AB');
    // The one token of a page leads both ways, as clients use it.
    expect((await ask('seekOperation=previous', second.token)).names).toBe('AB');
    expect((await ask('seekOperation=Last')).names).toBe('DE');
    expect((await ask('seekOperation=PageIndex&index=2')).names).toBe('CD');
    expect((await ask('seekOperation=PageIndex&index=9')).names).toBe('');
  });

  it('refuse the token of another list', async () => {
    const { asking, path } = await make();
    const token = Buffer.from('{"page":2}').toString('base64url');
    const headers = { 'MS-ContinuationToken': token };
    expect((await asking.ask('GET', path, { headers })).status).toBe(400);
  });
});

describe('what changes meanwhile', () => {
  it('moves no device from one page to another', async () => {
    const of = await withCustomer();
    const mark = randomUUID();
    const serials = (names: string) => [...names].map((name) => `${name} ${mark}`);
    await of.register('Spring', serials('FEDCBA'));
    const path = `${of.path}/deviceBatches/Spring/devices`;
    const first = await part(of, path, 'size=2');
    expect(first.names).toBe('AB');
    // One that was read goes, two come: neither is what the next page begins with.
    const { json } = await of.ask('GET', `${path}?size=2`);
    for (const { id } of json.items) await of.ask('DELETE', `${path}/${id}`);
    await of.register('Spring', serials('ZY'));
    const second = await part(of, path, 'size=2&seekOperation=Next', first.next);
    expect([second.names, second.total]).toEqual(['CD', 6]);
    expect((await part(of, path, 'size=2&seekOperation=Next', second.next)).names).toBe('EF');
    expect((await part(of, path, 'size=9')).names).toBe('YZCDEF');
  });

  it('moves no customer from one page to another', async () => {
    const of = await program();
    for (const name of ['B', 'C', 'D', 'E']) await newConsent(await newCustomer(name), of.tenant);
    const first = await part(of, '/customers', 'size=2');
    await newConsent(await newCustomer('A'), of.tenant);
    expect((await part(of, '/customers', 'size=2&seekOperation=Next', first.next)).names).toBe('DE');
  });
});

it('the log is read from now back', async () => {
  const { ask } = await program();
  expect((await ask('GET', '/auditrecords?seekOperation=Last')).status).toBe(400);
  expect((await ask('GET', '/auditrecords?seekOperation=First')).status).toBe(200);
});
