import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { api } from '@/app/v1/api';
import { changeScopes } from '@/lib/clients/change-scopes';
import { revokeClient } from '@/lib/clients/revoke-client';
import { type ApiWorld, newApiWorld } from '@/lib/testing/api-world';
import { endings } from '@/lib/testing/endings';
import { deviceFile, uploadRequestOf } from '@/lib/testing/uploads';
import { GET as readRejected } from './[id]/rejected.csv/route';
import { GET as readUpload } from './[id]/route';
import { GET as readRows } from './[id]/rows/route';
import { POST } from './route';

const world = (type: 'direct' | 'indirect_provider' = 'direct') => newApiWorld((request) => api.fetch(request), type);
const headersOf = ({ token }: ApiWorld) => ({ Authorization: `Bearer ${token}` });
const reading = (route: typeof readUpload) => (of: ApiWorld) =>
  route(new Request('http://localhost:3000/x', { headers: headersOf(of) }), {
    params: Promise.resolve({ id: of.jobId }),
  });

/** Every route that takes the token of a client, by its folder, and the one that begins new work. */
const doors: Record<string, (of: ApiWorld) => Promise<Response>> = {
  'uploads/route.ts': (of) =>
    POST(uploadRequestOf(of.customerId, deviceFile('S-1,,,Contoso,Atlas'), { headers: headersOf(of) })),
  'uploads/[id]/route.ts': reading(readUpload),
  'uploads/[id]/rows/route.ts': reading(readRows),
  'uploads/[id]/rejected.csv/route.ts': reading(readRejected),
};
const statuses = async (of: ApiWorld) =>
  Object.fromEntries(
    await Promise.all(Object.entries(doors).map(async ([name, ask]) => [name, (await ask(of)).status] as const)),
  );
const all = (status: number) => Object.fromEntries(Object.keys(doors).map((name) => [name, status]));

it('every route outside /v1 that takes a token is tried here', () => {
  const root = join(process.cwd(), 'app/api');
  const routes = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /route\.ts$/.test(file));
  const byToken = routes.filter((file) => readFileSync(join(root, file), 'utf8').includes('askingActor('));
  expect(byToken.toSorted()).toEqual(Object.keys(doors).toSorted());
});

describe('the very next call for an upload', () => {
  it('is answered as long as nothing ended', async () => {
    expect(await statuses(await world())).toEqual({ ...all(200), 'uploads/route.ts': 202 });
  });

  it('is refused once the client is revoked', async () => {
    const of = await world();
    await revokeClient(of.owner, { clientId: of.client.id });
    expect(await statuses(of)).toEqual(all(401));
  });

  it('is refused once the client has no scope for it', async () => {
    const of = await world();
    await changeScopes(of.owner, { clientId: of.client.id, scopes: ['customers', 'profiles', 'webhooks'] });
    expect(await statuses(of)).toEqual(all(403));
  });

  it.each(endings)('begins no work once %s; what became of earlier work stays told', async (_cause, type, end) => {
    const of = await world(type);
    await end(of);
    expect(await statuses(of)).toEqual({ ...all(200), 'uploads/route.ts': 404 });
  });
});
