import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { apiClients, auditEvents, consents, uploads } from '@/db/schema';
import { changeScopes } from '@/lib/clients/change-scopes';
import { now } from '@/lib/clock';
import { newProgram } from '@/lib/testing/api-calls';
import { storedDevices } from '@/lib/testing/devices';
import { everything } from '@/lib/testing/everything';
import { newStandingLink } from '@/lib/testing/standing-links';
import { newConsent, newCustomer, newPerson, newTenant } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, outcomeOf, upload } from '@/lib/testing/uploads';
import { registration, validation } from './answers';
import { oemApi } from './api';

const submitPath = '/AutopilotDeviceRegistration';
const validatePath = '/ValidateDeviceSubmissionData';

const program = (given: Parameters<typeof newProgram>[1] = {}) =>
  newProgram((request) => oemApi.fetch(request), { type: 'oem', root: '/oem/v1', ...given });

/** A manufacturer's program, and a customer that consented to it. */
async function maker(given: Parameters<typeof newProgram>[1] = {}) {
  const asking = await program(given);
  const customer = await newCustomer();
  const consentId = await newConsent(customer, asking.tenant, { kind: 'oem' });
  const tenantId = customer.tenant.id;
  const submit = (devices: unknown, more: object = { tenantId }, headers = {}) =>
    asking.ask('POST', submitPath, { body: { ...more, devices }, headers });
  const validate = (devices: unknown, more: object = { tenantId }, headers = {}) =>
    asking.ask('POST', validatePath, { body: { ...more, devices }, headers });
  const revoke = () => db.update(consents).set({ revokedAt: now() }).where(eq(consents.id, consentId));
  return { ...asking, customer, tenantId, submit, validate, revoke };
}

const one = (serialNumber: string = randomUUID()) => ({ serialNumber, manufacturer: 'Proseware', model: 'Atlas' });
const keyed = () => ({ productKey: `${Math.floor(1e12 + Math.random() * 8e12)}` });
const short = ({ json }: { json: { devices: { status: string; code: string | null }[] } }) =>
  json.devices.map(({ status, code }) => [status, code].filter(Boolean).join(' '));
const serialsOf = async (customerId: string) => (await storedDevices(customerId)).map(({ serial }) => serial);

describe('registering', () => {
  it('answers with one result for each device, in order, with its identifiers', async () => {
    const { submit, tenantId } = await maker();
    const [first, second] = [one(), keyed()];
    const { status, json } = await submit([{ ...first, groupTag: 'Line 4' }, {}, second, { serialNumber: 'S' }]);
    expect(status).toBe(200);
    expect(registration.strict().parse(json)).toEqual(json);
    expect(json).toMatchObject({ operation: 'register', tenantId });
    expect(json.devices).toEqual([
      { ...first, status: 'registered', code: null, reason: null, message: null, retryable: false },
      expect.objectContaining({ status: 'rejected', code: '803', reason: 'no_identity' }),
      { ...second, status: 'registered', code: null, reason: null, message: null, retryable: false },
      expect.objectContaining({ serialNumber: 'S', status: 'rejected', code: '803' }),
    ]);
    expect(await storedDevices(tenantId)).toMatchObject([
      { serial: first.serialNumber, manufacturer: 'Proseware', model: 'Atlas', groupTag: 'Line 4' },
      { productKey: second.productKey },
    ]);
  });

  it('is an upload of its own, which the manufacturer’s people see and whose devices are counted', async () => {
    const { submit, tenant, tenantId } = await maker();
    const { json } = await submit([one(), {}]);
    const person = await newPerson(tenant, 'admin_agent');
    expect(await outcomeOf(person, json.uploadId)).toMatchObject({
      personName: 'API client Stock system',
      state: 'finished_with_errors',
      registered: 1,
      rejected: 1,
    });
    const events = await db.select().from(auditEvents).where(eq(auditEvents.customerId, tenantId));
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['upload.received', 'devices.registered', 'upload.finished']),
    );
  });

  it('finds the customer by its domain, and by both where they agree', async () => {
    const { submit, customer, tenantId } = await maker();
    const tenantDomain = customer.tenant.domain.toUpperCase();
    expect(short(await submit([one()], { tenantDomain }))).toEqual(['registered']);
    expect(short(await submit([one()], { tenantId: tenantId.toUpperCase(), tenantDomain }))).toEqual(['registered']);
    expect(short(await submit([one()], { tenantId, tenantDomain: '' }))).toEqual(['registered']);
    expect(short(await submit([one()], { tenantId: null, TenantDomain: tenantDomain }))).toEqual(['registered']);
  });

  it('is refused where id and domain are of two organizations, whoever they are', async () => {
    const { submit, customer, tenantId } = await maker();
    const other = await newCustomer();
    const { domain } = customer.tenant;
    for (const named of [
      { tenantId, tenantDomain: other.tenant.domain },
      { tenantId, tenantDomain: 'nowhere.onmicrosoft.com' },
      { tenantId: other.tenant.id, tenantDomain: domain },
      { tenantId: randomUUID(), tenantDomain: domain },
    ]) {
      expect(await submit([one()], named)).toMatchObject({
        status: 400,
        json: { code: '3000', description: expect.stringContaining('tenantDomain: ') },
      });
    }
    expect(await storedDevices(tenantId)).toEqual([]);
  });

  it('refuses devices of other customers and of other partners, and names nobody', async () => {
    const { submit, tenantId, customer } = await maker();
    const [foreign, shared] = [randomUUID(), randomUUID()];
    const other = await newRegistrar();
    const file = (serial: string) => deviceFile(`${serial},,,Proseware,Atlas`);
    await upload(other.actor, other.customerId, file(foreign));
    await newConsent(customer, other.partner);
    await upload(other.actor, tenantId, file(shared));
    const told = await submit([one(foreign), one(shared), one()]);
    expect(short(told)).toEqual(['rejected 808', 'rejected 811', 'registered']);
    for (const name of [other.partner.name, other.customer.tenant.name, other.customerId, other.partner.id]) {
      expect(told.text).not.toContain(name);
    }
  });

  it('takes a device once, within a call and over calls', async () => {
    const { submit, tenantId } = await maker();
    const device = one();
    const told = await submit([device, device, one()]);
    expect(short(told)).toEqual(['registered', 'rejected 801', 'registered']);
    expect(told.json.devices[1]).toMatchObject({ reason: 'duplicate_in_file', message: expect.stringContaining('1') });
    expect(short(await submit([device]))).toEqual(['unchanged 806']);
    expect(await storedDevices(tenantId)).toHaveLength(2);
  });

  it('of the same devices by two calls at once happens once', async () => {
    const { submit, tenantId } = await maker();
    const devices = [one(), one(), keyed()];
    const told = await Promise.all([submit(devices), submit([...devices].reverse())]);
    const statuses = told.flatMap((each) => each.json.devices.map(({ status }: { status: string }) => status));
    expect(statuses.sort()).toEqual([...Array(3).fill('registered'), ...Array(3).fill('unchanged')]);
    expect(await storedDevices(tenantId)).toHaveLength(3);
  });

  it('is done once for each request id, also when it is sent twice at once', async () => {
    const { submit, tenantId } = await maker();
    const headers = { 'MS-RequestId': randomUUID() };
    const devices = [one()];
    const answers = await Promise.all([1, 2, 3].map(() => submit(devices, { tenantId }, headers)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(short(answers[0] as (typeof answers)[0])).toEqual(['registered']);
    expect(await db.select().from(uploads).where(eq(uploads.customerId, tenantId))).toHaveLength(1);
    expect((await submit([one()], { tenantId }, headers)).status).toBe(409);
  });

  it('takes a thousand devices, and no more', async () => {
    const { submit } = await maker();
    const devices = Array.from({ length: 1000 }, () => one());
    const told = await submit(devices);
    expect(told.json.devices.map(({ serialNumber }: { serialNumber: string }) => serialNumber)).toEqual(
      devices.map(({ serialNumber }) => serialNumber),
    );
    expect(new Set(short(told))).toEqual(new Set(['registered']));
    expect(await submit([...devices, one()])).toMatchObject({
      status: 400,
      json: { description: expect.stringContaining('1,000') },
    });
  });
});

describe('an organization that has not consented', () => {
  /** What is told of it by both calls, without the id it was asked with. */
  async function told({ submit, validate }: Awaited<ReturnType<typeof maker>>, named: object) {
    const device = one('S-1');
    const answers = [await submit([device], named), await validate([device], named)];
    expect(answers.map(({ status }) => status)).toEqual([403, 200]);
    const asked = Object.values(named) as string[];
    return answers.map(({ text }) => asked.reduce((all, id) => all.replaceAll(id, 'ID'), text));
  }

  it('is told of like one that is none, one that consented to others and one that does no longer, byte for byte', async () => {
    const asking = await maker();
    const { revoke, tenantId, customer } = asking;
    const stranger = await newCustomer();
    const others = await newCustomer();
    await newConsent(others, await newTenant('partner', { partnerType: 'oem' }), { kind: 'oem' });
    await asking.submit([one('S-1')]);
    await revoke();
    const unknown = await told(asking, { tenantId: randomUUID() });
    for (const id of [stranger.tenant.id, others.tenant.id, tenantId, asking.tenant.id]) {
      expect(await told(asking, { tenantId: id })).toEqual(unknown);
    }
    const nowhere = await told(asking, { tenantDomain: 'nowhere.onmicrosoft.com' });
    for (const { domain } of [stranger.tenant, others.tenant, customer.tenant]) {
      expect(await told(asking, { tenantDomain: domain })).toEqual(nowhere);
    }
    const strange = { tenantId: stranger.tenant.id, tenantDomain: others.tenant.domain };
    expect((await asking.submit([one('S-1')], strange)).json.code).toBe('20002');
  });

  it('is refused with the link to send, or the word that there is none yet', async () => {
    const { submit, validate, tenant } = await maker();
    const named = { tenantId: randomUUID() };
    const before = await submit([one()], named);
    expect(before).toMatchObject({ status: 403, json: { code: '20002', data: [] } });
    expect(before.json.description).toContain('You have no link');
    expect((await validate([one()], named)).json).toMatchObject({ consented: false, consentLink: null });
    const { address } = await newStandingLink(await newPerson(tenant, 'global_admin'));
    const link = `http://localhost:3000/admin/partner-invitation?${new URLSearchParams(address())}`;
    const refused = await submit([one()], named);
    expect(refused.json).toMatchObject({ code: '20002', data: [link] });
    expect(refused.json.description).toContain(link);
    const { json } = await validate([one()], named);
    expect(json).toMatchObject({ consented: false, code: '20002', consentLink: link });
    expect(short({ json })).toEqual(['rejected 20002']);
  });

  it('has its devices left alone from the next call on, both ways', async () => {
    const { submit, revoke, tenantId } = await maker();
    const device = one();
    await submit([device]);
    await revoke();
    expect((await submit([one()])).status).toBe(403);
    expect(short(await submit([device], {}))).toEqual(['rejected 20002']);
    expect(await serialsOf(tenantId)).toEqual([device.serialNumber]);
  });
});

describe('deregistering, by blank tenant fields', () => {
  it.each([{}, { tenantId: '', tenantDomain: ' ' }, { tenantId: null, tenantDomain: null }])('%j', async (blank) => {
    const { submit, tenantId } = await maker();
    const [first, second, kept] = [one(), keyed(), one()];
    await submit([first, second, kept]);
    const { status, json } = await submit([second, first, one('never')], blank);
    expect([status, json.operation]).toEqual([200, 'deregister']);
    expect(registration.strict().parse(json)).toEqual(json);
    expect(short({ json })).toEqual(['deregistered', 'deregistered', 'rejected 807']);
    expect(json.devices[1]).toMatchObject(first);
    expect(await serialsOf(tenantId)).toEqual([kept.serialNumber]);
  });

  it('is told in the log of each customer whose devices went, with their names', async () => {
    const { submit, tenant, tenantId } = await maker();
    const other = await newCustomer();
    await newConsent(other, tenant, { kind: 'oem' });
    const [here, there] = [one(), one()];
    await submit([here]);
    await submit([there], { tenantId: other.tenant.id });
    expect(short(await submit([there, here], {}))).toEqual(['deregistered', 'deregistered']);
    for (const [customerId, { serialNumber }] of [
      [tenantId, here],
      [other.tenant.id, there],
    ] as const) {
      const events = await db.select().from(auditEvents).where(eq(auditEvents.customerId, customerId));
      const [removed, ...more] = events.filter(({ action }) => action === 'devices.removed');
      expect([removed?.detail, more]).toEqual([{ deregistered: 1, identifiers: [serialNumber] }, []]);
    }
  });

  it('passes over what others registered as over what nobody did', async () => {
    const { submit, customer, tenantId } = await maker();
    const other = await maker();
    await newConsent(customer, other.tenant, { kind: 'oem' });
    const [foreign, shared] = [one(), one()];
    await other.submit([foreign]);
    await other.submit([shared], { tenantId });
    const { json } = await submit([foreign, shared, one()], {});
    const [first, ...rest] = json.devices.map(({ serialNumber: _, ...told }: { serialNumber: string }) => told);
    expect(first).toMatchObject({ code: '807', reason: 'not_registered' });
    expect(rest).toEqual([first, first]);
    expect(await serialsOf(tenantId)).toEqual([shared.serialNumber]);
    expect(await serialsOf(other.tenantId)).toEqual([foreign.serialNumber]);
  });

  it('of the same device by two calls at once happens once', async () => {
    const { submit } = await maker();
    const device = one();
    await submit([device]);
    const told = await Promise.all([submit([device], {}), submit([device], {})]);
    expect(told.flatMap(short).sort()).toEqual(['deregistered', 'rejected 807']);
  });

  it('leaves alone what two identifiers contradict', async () => {
    const { submit, tenantId } = await maker();
    const [first, second] = [one(), keyed()];
    await submit([first, second]);
    expect(short(await submit([{ ...first, ...second }], {}))).toEqual(['rejected 908']);
    expect(await storedDevices(tenantId)).toHaveLength(2);
  });
});

describe('validating', () => {
  it('answers what the submission then answers, both ways', async () => {
    const { submit, validate, customer, tenantId } = await maker();
    const other = await maker();
    await newConsent(customer, other.tenant, { kind: 'oem' });
    const [there, foreign, shared, fresh] = [one(), one(), one(), one()];
    await submit([there]);
    await other.submit([foreign]);
    await other.submit([shared], { tenantId });
    const devices = [
      fresh,
      there,
      foreign,
      shared,
      fresh,
      {},
      { productKey: 'x' },
      { ...one(), groupTag: 'x'.repeat(600) },
    ];
    for (const named of [{ tenantId }, {}]) {
      const { status, json } = await validate(devices, named);
      expect(status).toBe(200);
      expect(validation.strict().parse(json)).toEqual(json);
      const done = await submit(devices, named);
      expect(json.devices).toEqual(done.json.devices);
      expect(json.consented).toBe('tenantId' in named ? true : undefined);
    }
  });

  it.each(['register', 'deregister', 'consent missing'])('to %s writes nothing', async (what) => {
    const { submit, validate, tenantId } = await maker();
    const device = one();
    await submit([device]);
    const named = { register: { tenantId }, deregister: {} }[what] ?? { tenantId: randomUUID() };
    const before = await everything();
    const answer = await validate([device, one()], named, { 'MS-RequestId': randomUUID() });
    expect(answer.status).toBe(200);
    expect(await everything()).toBe(before);
  });
});

describe('what no honest client sends', () => {
  it.each<[string, unknown, number]>([
    ['is cut off', '{"devices":', 400],
    ['is a list', '[]', 400],
    ['has no devices', '{}', 400],
    ['has an empty list', '{"devices":[]}', 400],
    ['has numbers for text', '{"devices":[{"serialNumber":7}]}', 400],
    ['names no tenant id', '{"tenantId":"Contoso","devices":[{}]}', 400],
    ['names no domain', '{"tenantDomain":"a b","devices":[{}]}', 400],
    ['reaches for a prototype', '{"__proto__":{},"devices":[{}]}', 400],
    ['has half of a character', '{"devices":[{"model":"\\ud800"}]}', 400],
    ['has a hardware hash', JSON.stringify({ devices: [{ ...one(), hardwareHash: 'T0E=' }] }), 400],
    ['is larger than may be', JSON.stringify({ devices: [{}], x: 'x'.repeat(17 * 1024 ** 2) }), 413],
  ])('because it %s is refused by both calls', async (_what, body, status) => {
    const { ask, tenantId } = await maker();
    for (const path of [submitPath, validatePath]) {
      const refused = await ask('POST', path, { body });
      expect(refused.status).toBe(status);
      expect(refused.json).toMatchObject({ code: expect.any(String), source: 'Countersign', data: [] });
    }
    expect(await storedDevices(tenantId)).toEqual([]);
  });

  it('is told which field of which device', async () => {
    const { submit } = await maker();
    const { json } = await submit([one(), { ...one(), HardwareHash: 'T0E=' }]);
    expect(json.description).toMatch(/^devices\.1\.hardwareHash: No hardware hashes here/);
  });

  it('is another method, another address, another type', async () => {
    const { ask } = await maker();
    expect((await ask('GET', '/autopilotdeviceregistration')).headers.get('Allow')).toBe('POST');
    expect((await ask('POST', '/customers', { body: {} })).status).toBe(404);
    const xml = { body: '<a/>', headers: { 'Content-Type': 'application/xml' } };
    expect((await ask('POST', submitPath, xml)).status).toBe(415);
  });
});

describe('who may', () => {
  const calls = [submitPath, validatePath];
  const body = { devices: [{ serialNumber: 'S' }] };

  it('is nobody without a token', async () => {
    for (const path of calls) {
      const request = new Request(`http://localhost:3000/oem/v1${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      const refused = await oemApi.fetch(request);
      expect([refused.status, refused.headers.has('WWW-Authenticate')]).toEqual([401, true]);
    }
  });

  it.each([
    ['a manufacturer’s with the scope', { type: 'oem', scopes: ['oem'] }, 200],
    ['a manufacturer’s with all others', { type: 'oem', scopes: ['read', 'devices', 'customers', 'webhooks'] }, 403],
    ['a direct partner’s with all, by its row', { type: 'direct' }, 403],
    ['a provider’s with all, by its row', { type: 'indirect_provider' }, 403],
  ] as const)('is %s client: %j', async (_who, given, status) => {
    const { ask } = await program(given);
    for (const path of calls) expect((await ask('POST', path, { body })).status).toBe(status);
  });

  it('is not who lost the scope or was revoked, from the next call on', async () => {
    const { ask, client, tenant } = await program();
    const owner = await newPerson(tenant, 'global_admin');
    expect((await ask('POST', validatePath, { body })).status).toBe(200);
    await changeScopes(owner, { clientId: client.id, scopes: ['read'] });
    expect(await ask('POST', validatePath, { body })).toMatchObject({ status: 403, json: { code: '900150' } });
    await expect(changeScopes(owner, { clientId: client.id, scopes: ['devices'] })).rejects.toMatchObject({
      fields: { scopes: 'Your clients can have: oem, read, webhooks.' },
    });
    await db.update(apiClients).set({ revokedAt: now() }).where(eq(apiClients.id, client.id));
    expect((await ask('POST', validatePath, { body })).status).toBe(401);
  });
});
