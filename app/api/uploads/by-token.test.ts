import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newProgram } from '@/lib/testing/api-calls';
import { newConsent, newCustomer } from '@/lib/testing/tenants';
import { deviceFile, uploadRequestOf } from '@/lib/testing/uploads';
import { GET as readRejected } from './[id]/rejected.csv/route';
import { GET as readUpload } from './[id]/route';
import { GET as readRows } from './[id]/rows/route';
import { POST } from './route';

const nobody = () => new Response();

async function program(given: Parameters<typeof newProgram>[1] = {}) {
  const made = await newProgram(nobody, given);
  const customer = await newCustomer();
  await newConsent(customer, made.tenant);
  return { ...made, customerId: customer.tenant.id, headers: { Authorization: `Bearer ${made.token}` } };
}

const file = () => deviceFile(`${randomUUID()},,,Contoso,Atlas`, 'S-1,,,,');
const asked = (headers: Record<string, string>) => new Request('http://localhost:3000/x', { headers });

describe('a file sent with the token of an API client', () => {
  it('is registered, and its client reads what became of it', async () => {
    const { customerId, headers } = await program();
    const taken = await POST(uploadRequestOf(customerId, file(), { headers }));
    expect(taken.status).toBe(202);
    const params = Promise.resolve({ id: (await taken.json()).id });
    await runUntilEmpty();
    const status = await readUpload(asked(headers), { params });
    expect(await status.json()).toMatchObject({ state: 'finished_with_errors', total: 2, registered: 1, rejected: 1 });
    const rows = await readRows(asked(headers), { params });
    expect((await rows.json()).items).toHaveLength(2);
    expect(await (await readRejected(asked(headers), { params })).text()).toContain('S-1');
    const stranger = await program();
    expect((await readUpload(asked(stranger.headers), { params })).status).toBe(404);
  });

  it.each([
    ['a token that is none', { Authorization: 'Bearer x' }, 401],
    ['no scope for devices', undefined, 403],
  ])('is refused for %s', async (_what, given, status) => {
    const { customerId, headers } = await program({ scopes: ['read'] });
    expect((await POST(uploadRequestOf(customerId, file(), { headers: given ?? headers }))).status).toBe(status);
  });
});
