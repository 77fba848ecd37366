import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { consents } from '@/db/schema';
import { now } from '@/lib/clock';
import { storedDevices } from '@/lib/testing/devices';
import { newConsent, newPartner, newPartnerLink, newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, upload } from '@/lib/testing/uploads';
import { deregisterDevices } from './deregister-devices';
import { listDevices } from './queries';

const word = `L${process.pid}`;
const tuple = (serial: string) => `${serial},,,Contoso Devices,Atlas 13`;

describe('the devices of a customer', () => {
  it('are found by the beginning of serial number or product key, in pages, newest first', async () => {
    const { actor, customerId } = await newRegistrar();
    const key = String(5_000_000_000_000 + process.pid);
    await upload(
      actor,
      customerId,
      deviceFile(tuple(`${word}-A%1`), tuple(`${word}-A_2`), tuple(`${word}-b3`), `,${key},,,`),
      { batch: 'Spring' },
    );
    const serialsOf = async (search: string) =>
      (await listDevices(actor, { customerId, search })).items.map((d) => d.serial);
    expect(await serialsOf('')).toEqual([null, `${word}-b3`, `${word}-A_2`, `${word}-A%1`]);
    expect(await serialsOf(`${word}-A`)).toEqual([`${word}-A_2`, `${word}-A%1`]);
    expect(await serialsOf(`${word.toLowerCase()}-a_`)).toEqual([`${word}-A_2`]);
    expect(await serialsOf(`${word}-A%`)).toEqual([`${word}-A%1`]);
    expect(await serialsOf('A%1')).toEqual([]);
    expect(await serialsOf(key.slice(0, 12))).toEqual([null]);
    const second = await listDevices(actor, { customerId, page: 2, pageSize: 3 });
    expect(second).toMatchObject({ total: 4, items: [{ serial: `${word}-A%1`, batch: 'Spring', row: 1 }] });
  });

  it('are those the partner registered, and for a provider also its resellers’', async () => {
    const { actor, customer, customerId } = await newRegistrar();
    const provider = await newPartner('indirect_provider', 'admin_agent');
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    await newPartnerLink(provider.tenant, reseller.tenant);
    await newConsent(customer, reseller.tenant, { kind: 'indirect_reseller', providerId: provider.tenant.id });
    await upload(actor, customerId, deviceFile(tuple(`${word}-D`)));
    await upload(reseller.actor, customerId, deviceFile(tuple(`${word}-R`)));
    await upload(provider.actor, customerId, deviceFile(tuple(`${word}-P`)));
    const seenBy = async (who: typeof actor) =>
      (await listDevices(who, { customerId })).items.map((device) => device.serial?.at(-1)).sort();
    expect(await seenBy(actor)).toEqual(['D']);
    expect(await seenBy(reseller.actor)).toEqual(['R']);
    expect(await seenBy(provider.actor)).toEqual(['P', 'R']);
  });

  it('are not for a helpdesk agent, and not found once consent has ended, though they stay registered', async () => {
    const { actor, partner, customerId, consentId } = await newRegistrar();
    const helpdesk = await newPerson(partner, 'helpdesk_agent');
    await upload(actor, customerId, deviceFile(tuple(`${word}-Z`)));
    await expect(listDevices(helpdesk, { customerId })).rejects.toMatchObject({ code: 'denied' });
    await db.update(consents).set({ revokedAt: now() }).where(eq(consents.id, consentId));
    await expect(listDevices(actor, { customerId })).rejects.toMatchObject({ code: 'not_found' });
    expect(await storedDevices(customerId)).toHaveLength(1);
  });
});

describe('a page far down a long list', () => {
  it('shows the same devices whether or not rows are missing in between', async () => {
    const { actor, customerId } = await newRegistrar();
    const many = Array.from({ length: 1300 }, (_, at) => tuple(`${word}-F${String(at).padStart(4, '0')}`));
    await upload(actor, customerId, deviceFile(...many));
    const page = async (number: number) =>
      (await listDevices(actor, { customerId, page: number, pageSize: 50 })).items.map(({ row }) => row);
    const down = (first: number, length: number) => Array.from({ length }, (_, at) => first - at);
    expect(await page(26)).toEqual(down(50, 50));
    const [gone] = (await listDevices(actor, { customerId, search: `${word}-F1200` })).items;
    await deregisterDevices(actor, { customerId, deviceIds: [gone?.id ?? ''] });
    expect(await page(26)).toEqual(down(49, 49));
    expect(await page(27)).toEqual([]);
  });
});
