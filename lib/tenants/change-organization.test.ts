import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, tenants } from '@/db/schema';
import { listCustomers } from '@/lib/partners/customer-queries';
import { newConsent, newCustomer, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { changeOrganization } from './change-organization';
import { readOrganization } from './queries';

const eventsOf = (subjectId: string) => db.select().from(auditEvents).where(eq(auditEvents.subjectId, subjectId));

describe('an organization', () => {
  it('that is a customer says itself how it is called and where it is, and its partners follow', async () => {
    const customer = await newCustomer();
    const { tenant: partner, actor: agent } = await newPartner('direct', 'admin_agent');
    await newConsent(customer, partner);
    const organization = `Zebra ${customer.tenant.id.slice(-12)}`;
    expect(await changeOrganization(customer.admin, { organization, country: 'FR' })).toEqual({ ok: true });
    expect(await readOrganization(customer.admin, {})).toMatchObject({
      name: organization,
      country: 'FR',
      change: null,
    });
    expect((await listCustomers(agent, { q: 'zebra', sort: 'company', page: 1 })).rows).toMatchObject([
      { name: organization },
    ]);
    expect(await eventsOf(customer.tenant.id)).toMatchObject([
      {
        action: 'organization.changed',
        customerId: customer.tenant.id,
        detail: { name: organization, country: 'FR', formerName: customer.tenant.name, formerCountry: 'US' },
      },
    ]);
  });

  it('changes nothing when that is what is known', async () => {
    const { tenant, admin } = await newCustomer();
    const same = { organization: tenant.name, country: tenant.country };
    expect(await changeOrganization(admin, same)).toEqual({ ok: false, reason: 'unchanged' });
    expect(await eventsOf(tenant.id)).toEqual([]);
  });

  it('that came by its directory chooses its country', async () => {
    const { tenant, admin } = await newCustomer();
    await db.update(tenants).set({ country: 'ZZ' }).where(eq(tenants.id, tenant.id));
    expect(await changeOrganization(admin, { organization: tenant.name, country: 'DE' })).toEqual({ ok: true });
    await expect(changeOrganization(admin, { organization: tenant.name, country: 'ZZ' })).rejects.toMatchObject({
      fields: { country: 'Choose a country.' },
    });
  });

  it('that runs the portal is changed by its support administrators', async () => {
    const operator = await newTenant('operator');
    const lead = await newPerson(operator, 'support_admin');
    expect(await changeOrganization(lead, { organization: operator.name, country: 'AT' })).toEqual({ ok: true });
    expect(await eventsOf(operator.id)).toMatchObject([{ tenantId: operator.id, customerId: null }]);
  });
});
