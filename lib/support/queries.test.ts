import { describe, expect, it } from 'vitest';
import { newConsent, newCustomer, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { supportOverview } from './queries';

const supporter = async () => newPerson(await newTenant('operator'), 'support_agent');

describe('the overview of support', () => {
  it('counts organisations and active consents, and not ended ones', async () => {
    const actor = await supporter();
    const before = await supportOverview(actor, {});
    const { tenant: partner } = await newPartner('direct', 'admin_agent');
    await newConsent(await newCustomer(), partner);
    await newConsent(await newCustomer(), partner, { revokedAt: new Date() });
    const after = await supportOverview(actor, {});
    expect(after.organizations.customer ?? 0).toBe((before.organizations.customer ?? 0) + 2);
    expect(after.organizations.partner ?? 0).toBe((before.organizations.partner ?? 0) + 1);
    expect(after.consents.reseller ?? 0).toBe((before.consents.reseller ?? 0) + 1);
  });

  it('is for the operator alone', async () => {
    const { actor } = await newPartner('direct', 'global_admin');
    await expect(supportOverview(actor, {})).rejects.toMatchObject({ code: 'denied' });
    await expect(supportOverview(null, {})).rejects.toMatchObject({ code: 'signed_out' });
  });
});
