import { asc } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents } from '@/db/schema';
import type { PartnerType, UserActor } from '@/lib/auth/actor';
import { systemActor } from '@/lib/auth/actor';
import { loadSession } from '@/lib/auth/load-session';
import { endConsent } from '@/lib/consent/end-consent';
import { listRelationships } from '@/lib/consent/relationship-queries';
import { deregisterRows } from '@/lib/devices/deregister-rows';
import { registerUpload } from '@/lib/devices/process-upload';
import { findDevices, listDevices } from '@/lib/devices/queries';
import { undoUpload } from '@/lib/devices/undo-upload';
import { readUpload, uploadTarget } from '@/lib/devices/upload-queries';
import { getCustomer, listCustomers } from '@/lib/partners/customer-queries';
import { customerListInput } from '@/lib/partners/customer-search';
import { customerFigures } from '@/lib/partners/dashboard-queries';
import { listReached } from '@/lib/partners/reached-queries';
import { newClient } from '@/lib/testing/clients';
import { storedDevices } from '@/lib/testing/devices';
import { suspend } from '@/lib/testing/suspensions';
import { newConsent, newCustomer, newPartner, newPartnerLink, newTenant } from '@/lib/testing/tenants';
import { deviceFile, outcomeOf, send } from '@/lib/testing/uploads';

type Type = Extract<PartnerType, 'direct' | 'oem' | 'indirect_provider'>;

/** Somebody who may act for a customer now; a provider by way of its reseller. */
async function world(type: Type) {
  const { tenant, actor: agent } = await newPartner(type, 'admin_agent');
  const provides = type === 'indirect_provider';
  const holder = provides ? await newTenant('partner', { partnerType: 'indirect_reseller' }) : tenant;
  if (provides) await newPartnerLink(tenant, holder);
  const customer = await newCustomer();
  const kind = provides ? 'indirect_reseller' : type === 'oem' ? 'oem' : 'reseller';
  const consentId = await newConsent(customer, holder, { kind, providerId: provides ? tenant.id : null });
  return { tenant, agent, holder, admin: customer.admin, consentId, customerId: customer.tenant.id };
}

type World = Awaited<ReturnType<typeof world>>;

const everybody = customerListInput.parse({});

const again = async ({ sessionId }: UserActor) => (await loadSession(sessionId)) as UserActor;
const file = (rows: number) =>
  deviceFile(...Array.from({ length: rows }, (_, at) => `P-${uuidv7()}-${at},,,Contoso,Atlas`));

/** Sends a file and lets the first ten of its rows through. */
async function running({ agent, customerId }: Pick<World, 'agent' | 'customerId'>, rows = 30) {
  const { id } = await send(agent, customerId, file(rows));
  return { id, ...(await begun(id)) };
}

async function begun(uploadId: string) {
  const run = registerUpload(10);
  const payload = { uploadId };
  let looks = 0;
  await run({ id: uuidv7(), payload, lastAttempt: false, shouldStop: () => looks++ > 0 });
  return { goOn: () => run({ id: uuidv7(), payload, lastAttempt: false, shouldStop: () => false }) };
}

/** How much of the customer the partner finds at every door there is. */
async function found({ agent, customerId }: World): Promise<(string | number)[]> {
  const person = await again(agent);
  const doors = [
    getCustomer(person, { id: customerId }),
    listDevices(person, { customerId }),
    uploadTarget(person, { customerId }),
  ];
  const answers = await Promise.all(
    doors.map((door) => door.then(() => 'found').catch((error: { code: string }) => error.code)),
  );
  const { total } = await listCustomers(person, everybody);
  const { customers } = await listReached(person, { size: 100 });
  return [...answers, total, customers.length, (await customerFigures(person, {})).total];
}

const all = ['found', 'found', 'found', 1, 1, 1];
const nothing = ['not_found', 'not_found', 'not_found', 0, 0, 0];

const causes: [cause: string, type: Type, whom: (of: World) => string][] = [
  ['a direct partner', 'direct', ({ tenant }) => tenant.id],
  ['a provider', 'indirect_provider', ({ tenant }) => tenant.id],
  ['the reseller that a provider acts through', 'indirect_provider', ({ holder }) => holder.id],
];

describe('while support has suspended', () => {
  it.each(causes)('%s, nothing is in reach; afterwards all of it is again', async (_cause, type, whom) => {
    const of = await world(type);
    expect(await found(of)).toEqual(all);
    const suspension = await suspend(whom(of));
    expect(await found(of)).toEqual(nothing);
    await suspension.reinstate();
    expect(await found(of)).toEqual(all);
  });

  it.each(causes)('%s, a running upload stops at a row and says why', async (_cause, type, whom) => {
    const of = await world(type);
    const upload = await running(of);
    const suspension = await suspend(whom(of));
    await upload.goOn();
    expect(await storedDevices(of.customerId)).toHaveLength(10);
    await suspension.reinstate();
    const ended = await outcomeOf(await again(of.agent), upload.id);
    expect(ended).toMatchObject({
      state: 'finished_with_errors',
      registered: 10,
      rejected: 20,
      failure: { code: 'suspended', message: expect.stringContaining('Row 11 and all after it') },
    });
    expect(new Set(ended.rows.slice(10).map(({ code }) => code))).toEqual(new Set(['suspended']));
  });

  it.each(causes)('%s, no row is registered, whatever runs at that moment', async (_cause, type, whom) => {
    const of = await world(type);
    const { id, goOn } = await running(of, 600);
    const [, suspension] = await Promise.all([goOn(), suspend(whom(of))]);
    const events = await db.select().from(auditEvents).orderBy(asc(auditEvents.seq));
    const stop = events.find(
      ({ action, subjectId }) => action === 'suspension.confirmed' && subjectId === suspension.id,
    );
    const chunks = events.filter(({ action, subjectId }) => action === 'devices.registered' && subjectId === id);
    expect(chunks.filter(({ seq, detail }) => seq > (stop?.seq ?? 0) && detail.registered !== 0)).toEqual([]);
  });

  it('an API client, its upload stops; those of its organization go on', async () => {
    const of = await world('direct');
    const client = await newClient({ tenant: of.tenant });
    const { id } = await send(client, of.customerId, file(30));
    const theirs = await begun(id);
    const ours = await running(of);
    await suspend(of.tenant.id, client.id);
    await theirs.goOn();
    await ours.goOn();
    expect(await readUpload(of.agent, { id })).toMatchObject({ registered: 10, failure: { code: 'suspended' } });
    expect(await readUpload(of.agent, { id: ours.id })).toMatchObject({ state: 'finished', registered: 30 });
  });

  it('a partner, an upload is not undone any further, and says so', async () => {
    const of = await world('direct');
    const { id, goOn } = await running(of);
    await goOn();
    await undoUpload(of.agent, { uploadId: id });
    const suspension = await suspend(of.tenant.id);
    expect(await deregisterRows(systemActor('uploads:undo'), { uploadId: id })).toMatchObject({ ok: true, over: true });
    expect(await storedDevices(of.customerId)).toHaveLength(30);
    await suspension.reinstate();
    const { failure } = await readUpload(await again(of.agent), { id });
    expect(failure).toMatchObject({ code: 'suspended', message: expect.stringContaining('30 of its devices stay') });
  });

  it('an OEM, it is told of none of its customers', async () => {
    const of = await world('oem');
    const total = async () => (await listCustomers(await again(of.agent), everybody)).total;
    expect(await total()).toBe(1);
    const suspension = await suspend(of.tenant.id);
    expect(await total()).toBe(0);
    await suspension.reinstate();
    expect(await total()).toBe(1);
  });

  it('one reseller, a provider still reaches the customers of the others', async () => {
    const of = await world('indirect_provider');
    const other = await newTenant('partner', { partnerType: 'indirect_reseller' });
    await newPartnerLink(of.tenant, other);
    const customer = await newCustomer();
    await newConsent(customer, other, { kind: 'indirect_reseller', providerId: of.tenant.id });
    await suspend(of.holder.id);
    const { rows } = await listCustomers(of.agent, everybody);
    expect(rows.map(({ id }) => id)).toEqual([customer.tenant.id]);
  });

  it('a provider, its reseller goes on', async () => {
    const of = await world('indirect_provider');
    await suspend(of.tenant.id);
    const { actor } = await newPartner('direct', 'admin_agent');
    const reseller = {
      ...actor,
      tenant: { ...actor.tenant, id: of.holder.id, partnerType: 'indirect_reseller' },
    } as UserActor;
    expect((await listCustomers(reseller, everybody)).total).toBe(1);
  });
});

describe('its customer', () => {
  it('sees since when at the relationship, and can still end it', async () => {
    const of = await world('direct');
    expect(await listRelationships(of.admin, {})).toMatchObject([{ suspendedAt: null }]);
    await running(of, 10);
    const suspension = await suspend(of.tenant.id);
    expect(await listRelationships(of.admin, {})).toMatchObject([{ suspendedAt: expect.any(Date), devices: 10 }]);
    expect(await endConsent(of.admin, { consentId: of.consentId })).toMatchObject({ ok: true });
    await suspension.reinstate();
    expect(await found(of)).toEqual(nothing);
  });

  it('sees it of the provider that acts through a reseller', async () => {
    const of = await world('indirect_provider');
    await suspend(of.tenant.id);
    expect(await listRelationships(of.admin, {})).toMatchObject([
      { suspendedAt: null, providerSuspendedAt: expect.any(Date) },
    ]);
  });

  it('finds the devices where they were: search and list are of the customer', async () => {
    const of = await world('direct');
    await running(of, 10);
    await suspend(of.tenant.id);
    expect(await findDevices(await again(of.agent), { search: 'P-' })).toMatchObject({ items: [] });
    expect(await storedDevices(of.customerId)).toHaveLength(10);
  });
});
