import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, deviceHashes } from '@/db/schema';
import { endConsent } from '@/lib/consent/end-consent';
import { storedDevices } from '@/lib/testing/devices';
import { newConsent, newPartner, newPartnerLink, newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, outcomeOf, upload } from '@/lib/testing/uploads';
import { deregisterDevices } from './deregister-devices';
import { devicesCsv } from './devices-csv';
import { matchDevices } from './match-queries';
import { findDevices, foundAtMost, listDevices } from './queries';

let made = 0;
const word = () => `G${process.pid}-${++made}`;
const tuple = (serial: string) => `${serial},,,Contoso Devices,Atlas 13`;
const idsOf = async (customerId: string) => (await storedDevices(customerId)).map(({ id }) => id);
const csvOf = async (...given: Parameters<typeof devicesCsv>) => new Response(await devicesCsv(...given)).text();

describe('deregistering devices', () => {
  it('takes those that were chosen, their hashes too, and writes one event that names them', async () => {
    const { actor, customerId } = await newRegistrar();
    const name = word();
    const hash = Buffer.alloc(3000, name).toString('base64');
    await upload(actor, customerId, deviceFile(`${name}-a,,${hash},,`, tuple(`${name}-b`), tuple(`${name}-c`)));
    const chosen = await matchDevices(actor, { customerId, identifiers: [`${name}-a`, `${name}-b`] });
    const [device] = await storedDevices(customerId);
    expect(device?.hash).not.toBeNull();
    expect(await deregisterDevices(actor, { customerId, deviceIds: chosen.deviceIds })).toEqual({
      ok: true,
      deregistered: 2,
    });
    expect((await listDevices(actor, { customerId })).items.map(({ serial }) => serial)).toEqual([`${name}-c`]);
    const hashes = db
      .select()
      .from(deviceHashes)
      .where(eq(deviceHashes.upload, device?.upload ?? 0));
    expect(await hashes).toEqual([]);
    const events = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.customerId, customerId), eq(auditEvents.action, 'devices.removed')));
    expect(events).toHaveLength(1);
    expect(events[0]?.detail).toMatchObject({ deregistered: 2 });
    expect(JSON.stringify(events[0]?.detail)).toContain(`${name}-b`);
  });

  it('counts once, however often it is asked for', async () => {
    const { actor, customerId } = await newRegistrar();
    await upload(actor, customerId, deviceFile(tuple(word())));
    const deviceIds = await idsOf(customerId);
    const answers = await Promise.all([1, 2, 3].map(() => deregisterDevices(actor, { customerId, deviceIds })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'already_gone')).toHaveLength(2);
  });

  it('passes over what another partner registered for the same customer', async () => {
    const { actor, customer, customerId } = await newRegistrar();
    const other = await newPartner('direct', 'admin_agent');
    await newConsent(customer, other.tenant);
    await upload(actor, customerId, deviceFile(tuple(word())));
    const deviceIds = await idsOf(customerId);
    expect(await deregisterDevices(other.actor, { customerId, deviceIds })).toEqual({
      ok: false,
      reason: 'already_gone',
    });
    expect(await idsOf(customerId)).toEqual(deviceIds);
  });

  it('is a provider’s right for the devices of its resellers', async () => {
    const { customer, customerId } = await newRegistrar();
    const provider = await newPartner('indirect_provider', 'admin_agent');
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    await newPartnerLink(provider.tenant, reseller.tenant);
    await newConsent(customer, reseller.tenant, { kind: 'indirect_reseller', providerId: provider.tenant.id });
    await upload(reseller.actor, customerId, deviceFile(tuple(word())));
    const deviceIds = await idsOf(customerId);
    expect(await deregisterDevices(provider.actor, { customerId, deviceIds })).toMatchObject({ deregistered: 1 });
  });

  it('is over with the consent, and never for a helpdesk agent', async () => {
    const { actor, partner, customer, customerId, consentId } = await newRegistrar();
    await upload(actor, customerId, deviceFile(tuple(word())));
    const asked = { customerId, deviceIds: await idsOf(customerId) };
    const helpdesk = await newPerson(partner, 'helpdesk_agent');
    await expect(deregisterDevices(helpdesk, asked)).rejects.toMatchObject({ code: 'denied' });
    await endConsent(customer.admin, { consentId });
    await expect(deregisterDevices(actor, asked)).rejects.toMatchObject({ code: 'not_found' });
    expect(await idsOf(customerId)).toEqual(asked.deviceIds);
  });
});

describe('a list of serial numbers and product keys', () => {
  it('means the devices that have them exactly so, and says which it does not know', async () => {
    const { actor, customerId } = await newRegistrar();
    const name = word();
    const key = String(6_000_000_000_000 + process.pid * 100 + made);
    await upload(actor, customerId, deviceFile(tuple(`${name}-a`), `${name}-b,${key},,Contoso,Atlas`));
    const identifiers = [` ${name}-a `, `${name}-A`, key, `${name}-b`, 'nobody'];
    const matched = await matchDevices(actor, { customerId, identifiers });
    expect(matched.deviceIds.sort()).toEqual((await idsOf(customerId)).sort());
    expect(matched.missing).toEqual([`${name}-A`, 'nobody']);
  });
});

describe('devices of all customers', () => {
  it('are found by the beginning of an identifier, where partner and customer are still tied', async () => {
    const mine = await newRegistrar();
    const strange = await newRegistrar();
    const name = word();
    await upload(mine.actor, mine.customerId, deviceFile(tuple(`${name}-a`)));
    await upload(strange.actor, strange.customerId, deviceFile(tuple(`${name}-b`)));
    const serials = async (search: string) =>
      (await findDevices(mine.actor, { search })).items.map(({ serial, customerName }) => [serial, customerName]);
    expect(await serials(name)).toEqual([[`${name}-a`, mine.customer.tenant.name]]);
    expect(await serials(name.slice(0, 2))).toEqual([]);
    await endConsent(mine.customer.admin, { consentId: mine.consentId });
    expect(await serials(name)).toEqual([]);
  });

  it('are cut where there are too many, and it is said', async () => {
    const { actor, customerId } = await newRegistrar();
    const name = word();
    const many = Array.from({ length: foundAtMost + 1 }, (_, at) => tuple(`${name}-${at}`));
    await upload(actor, customerId, deviceFile(...many));
    const found = await findDevices(actor, { search: name });
    expect(found.items).toHaveLength(foundAtMost);
    expect(found.more).toBe(true);
  });
});

describe('an export of a customer’s devices', () => {
  it('uploads again unchanged, whatever the cells hold', async () => {
    const { actor, customerId } = await newRegistrar();
    const name = word();
    const hash = Buffer.alloc(3000, name).toString('base64');
    const header =
      'Device Serial Number,Hardware Hash,Manufacturer name,Device model,Group Tag,Assigned User,Order Number';
    const rows = [
      `${name}-a,,Contoso,"Atlas ""13"", blue",Sales,ada@contoso.example,=PO 1`,
      `${name}-b,${hash},,,=1+1,,PO-2`,
      `"${name}-c",,Contoso,'Atlas,,,`,
    ];
    const file = [header, ...rows, ''].join('\r\n');
    expect(await upload(actor, customerId, file)).toMatchObject({ registered: 3, rejected: 0 });
    const exported = await csvOf(actor, { customerId, search: '' });
    const again = await upload(actor, customerId, exported);
    expect(again).toMatchObject({ state: 'finished', registered: 0, unchanged: 3, rejected: 0 });
    await deregisterDevices(actor, { customerId, deviceIds: await idsOf(customerId) });
    const back = await upload(actor, customerId, exported);
    expect(back).toMatchObject({ state: 'finished', registered: 3, rejected: 0 });
    expect(await csvOf(actor, { customerId, search: '' })).toBe(exported);
    expect((await outcomeOf(actor, back.id)).rows.every(({ status }) => status === 'registered')).toBe(true);
  });

  it('holds what the page shows for the same search, and nothing of another customer', async () => {
    const { actor, customerId } = await newRegistrar();
    const name = word();
    await upload(actor, customerId, deviceFile(tuple(`${name}-a`), tuple(`${name}-b`)));
    const lines = (await csvOf(actor, { customerId, search: `${name}-b` })).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`${name}-b`);
    await expect(csvOf((await newRegistrar()).actor, { customerId, search: '' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
