import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consents } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { listCustomers } from '@/lib/partners/customer-queries';
import { storedDevices } from '@/lib/testing/devices';
import { newConsent, newCustomer, newPartner, newPartnerLink, newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, send, upload } from '@/lib/testing/uploads';
import { endConsent } from './end-consent';
import { removeDap } from './remove-dap';

const customersOf = async (actor: UserActor) => (await listCustomers(actor, { q: '', sort: 'company', page: 1 })).total;
const consentRow = async (id: string) => (await db.select().from(consents).where(eq(consents.id, id)))[0];
const eventsAbout = async (subjectId: string) =>
  (await db.select().from(auditEvents).where(eq(auditEvents.subjectId, subjectId))).map(({ action }) => action);

describe('ending a consent', () => {
  it('by the customer takes it out of the partner’s customers, stops uploads, and leaves what is registered', async () => {
    const { actor, customer, customerId, consentId } = await newRegistrar();
    await upload(actor, customerId, deviceFile(`S-${uuidv7()},,,Contoso,Atlas`));
    expect(await endConsent(customer.admin, { consentId })).toEqual({ ok: true });
    expect(await customersOf(actor)).toBe(0);
    await expect(send(actor, customerId, deviceFile('S,,,Contoso,Atlas'))).rejects.toMatchObject({ code: 'not_found' });
    expect(await storedDevices(customerId)).toHaveLength(1);
    expect(await consentRow(consentId)).toMatchObject({ revokedBy: customer.admin.id, revokedAt: expect.any(Date) });
    expect(await eventsAbout(consentId)).toEqual(['consent.ended']);
  });

  it('by the partner needs its global administrator', async () => {
    const { actor, partner, consentId } = await newRegistrar();
    await expect(endConsent(actor, { consentId })).rejects.toMatchObject({ code: 'denied' });
    const owner = await newPerson(partner, 'global_admin');
    expect(await endConsent(owner, { consentId })).toEqual({ ok: true });
  });

  it('ends the implicit permission of the provider it names with it', async () => {
    const provider = await newPartner('indirect_provider', 'admin_agent');
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    await newPartnerLink(provider.tenant, reseller.tenant);
    const customer = await newCustomer();
    const consentId = await newConsent(customer, reseller.tenant, {
      kind: 'indirect_reseller',
      providerId: provider.tenant.id,
    });
    expect(await customersOf(provider.actor)).toBe(1);
    await endConsent(customer.admin, { consentId });
    expect(await customersOf(provider.actor)).toBe(0);
  });

  it('is done once, however often it is asked at once', async () => {
    const { customer, consentId } = await newRegistrar();
    const answers = await Promise.all(Array.from({ length: 10 }, () => endConsent(customer.admin, { consentId })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'already_ended')).toHaveLength(9);
    expect(await eventsAbout(consentId)).toEqual(['consent.ended']);
  });

  it('of an OEM is not the customer’s to do alone, and is the OEM’s', async () => {
    const oem = await newPartner('oem', 'global_admin');
    const customer = await newCustomer();
    const consentId = await newConsent(customer, oem.tenant, { kind: 'oem' });
    expect(await endConsent(customer.admin, { consentId })).toEqual({ ok: false, reason: 'support_ends_it' });
    expect((await consentRow(consentId))?.revokedAt).toBeNull();
    expect(await endConsent(oem.actor, { consentId })).toEqual({ ok: true });
  });

  it('makes room for a new one', async () => {
    const { partner, customer, consentId } = await newRegistrar();
    await endConsent(customer.admin, { consentId });
    await expect(newConsent(customer, partner)).resolves.toBeDefined();
  });
});

describe('removing delegated administration', () => {
  it('leaves the consent as it is otherwise, and is done once', async () => {
    const partner = await newPartner('direct', 'admin_agent');
    const customer = await newCustomer();
    const consentId = await newConsent(customer, partner.tenant, { dap: true });
    const before = await consentRow(consentId);
    expect(await removeDap(customer.admin, { consentId })).toEqual({ ok: true });
    expect(await consentRow(consentId)).toEqual({ ...before, dap: false });
    expect(await removeDap(customer.admin, { consentId })).toEqual({ ok: false, reason: 'not_granted' });
    expect(await eventsAbout(consentId)).toEqual(['consent.dap_removed']);
  });

  it('is the customer’s, and not of a consent that has ended', async () => {
    const partner = await newPartner('direct', 'global_admin');
    const customer = await newCustomer();
    const consentId = await newConsent(customer, partner.tenant, { dap: true });
    await expect(removeDap(partner.actor, { consentId })).rejects.toMatchObject({ code: 'not_found' });
    await endConsent(customer.admin, { consentId });
    await expect(removeDap(customer.admin, { consentId })).rejects.toMatchObject({ code: 'not_found' });
  });
});
