import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { sessions, users } from '@/db/schema';
import { activityListInput } from '@/lib/audit/activity-search';
import { listActivity } from '@/lib/audit/queries';
import type { UserActor } from '@/lib/auth/actor';
import { endConsent } from '@/lib/consent/end-consent';
import { newClient } from '@/lib/testing/clients';
import { newConflict, newSupporter } from '@/lib/testing/conflicts';
import { newApplication } from '@/lib/testing/oem-links';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newStandingLink } from '@/lib/testing/standing-links';
import { newConsent, newCustomer, newPartner, newPartnerLink, newPerson, newTenant } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, upload } from '@/lib/testing/uploads';
import { createEndpoint } from '@/lib/webhooks/create-endpoint';
import { askRemoval } from './ask-removal';
import { readCustomerCases, readRelationships } from './customer-queries';
import { listHeldConsents } from './held-queries';
import { listPrograms } from './program-queries';
import { listSentRequests } from './sent-queries';
import { getTenant } from './tenant-queries';
import { listTies } from './tie-queries';
import { latestUploads } from './upload-queries';

let support: UserActor;
beforeEach(async () => {
  support = await newSupporter();
});

describe('an organization as support sees it', () => {
  it('has its people by address, with their roles, their last use and whose account is gone', async () => {
    const { tenant, actor } = await newPartner('direct', 'global_admin', 'sales_agent');
    const gone = await newPerson(tenant, 'helpdesk_agent');
    await db
      .update(users)
      .set({ disabledAt: new Date(0) })
      .where(eq(users.id, gone.id));
    await db.delete(sessions).where(eq(sessions.userId, gone.id));
    const found = await getTenant(support, { id: tenant.id });
    expect(found).toMatchObject({ name: tenant.name, domain: tenant.domain, partnerType: 'direct', peopleTotal: 2 });
    expect(found.people.map(({ email }) => email)).toEqual([actor.email, gone.email].sort());
    const person = (id: string) => found.people.find((one) => one.id === id);
    expect(person(actor.id)).toMatchObject({ roles: ['global_admin', 'sales_agent'], seenAt: expect.any(Date) });
    expect(person(gone.id)).toMatchObject({ disabledAt: new Date(0), seenAt: null });
    expect(JSON.stringify(found)).not.toContain('assword');
  });

  it('is not found where there is none', async () => {
    const nobody = { tenantId: uuidv7() };
    for (const read of [
      () => getTenant(support, { id: nobody.tenantId }),
      () => listHeldConsents(support, nobody),
      () => listSentRequests(support, { ...nobody, q: '', page: 1 }),
      () => listTies(support, nobody),
      () => listPrograms(support, nobody),
      () => latestUploads(support, { ...nobody, side: 'partner' }),
      () => readRelationships(support, nobody),
      () => readCustomerCases(support, nobody),
    ])
      await expect(read()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('has a log of its own, found by its id though others share its name', async () => {
    const [one, other] = [await newPartner('direct', 'admin_agent'), await newPartner('direct', 'admin_agent')];
    const { requestId } = await newRequest(one.actor);
    await newRequest(other.actor);
    const search = activityListInput.parse({ organization: one.tenant.id });
    const { rows } = await listActivity(support, search);
    expect(rows.map(({ subjectId }) => subjectId)).toEqual([requestId]);
  });
});

describe('a partner as support sees it', () => {
  it('has the consents it acts by, by customer, until they end', async () => {
    const { tenant, actor } = await newPartner('direct', 'global_admin');
    const [zoo, ape] = [await newCustomer('Zoo'), await newCustomer('Ape')];
    const ending = await newConsent(zoo, tenant, { dap: true });
    await newConsent(ape, tenant);
    const all = await listHeldConsents(support, { tenantId: tenant.id });
    expect(all).toMatchObject({
      total: 2,
      rows: [
        { customerName: 'Ape', dap: false },
        { customerName: 'Zoo', dap: true },
      ],
    });
    expect((await listHeldConsents(support, { tenantId: tenant.id, q: 'zo' })).total).toBe(1);
    expect((await listHeldConsents(support, { tenantId: tenant.id, page: 2, pageSize: 1 })).rows).toMatchObject([
      { customerName: 'Zoo' },
    ]);
    await endConsent(actor, { consentId: ending });
    expect((await listHeldConsents(support, { tenantId: tenant.id })).rows).toHaveLength(1);
  });

  it('has, as an indirect provider, those of its resellers that name it', async () => {
    const provider = await newPartner('indirect_provider', 'global_admin');
    const reseller = await newPartner('indirect_reseller', 'global_admin');
    await newPartnerLink(provider.tenant, reseller.tenant);
    await newConsent(await newCustomer('Contoso'), reseller.tenant, {
      kind: 'indirect_reseller',
      providerId: provider.tenant.id,
    });
    const held = { customerName: 'Contoso', reseller: { id: reseller.tenant.id } };
    expect((await listHeldConsents(support, { tenantId: provider.tenant.id })).rows).toMatchObject([held]);
    expect((await listTies(support, { tenantId: provider.tenant.id })).partners).toMatchObject([
      { as: 'reseller', other: { id: reseller.tenant.id } },
    ]);
    expect((await listTies(support, { tenantId: reseller.tenant.id })).partners).toMatchObject([
      { as: 'provider', other: { id: provider.tenant.id } },
    ]);
  });

  it('shows requests, links, clients and webhooks, and no secret of any', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent', 'global_admin');
    const { requestId, token } = await newRequest(actor);
    const link = await newStandingLink(actor);
    const client = await newClient({ tenant });
    const hook = { id: uuidv7(), url: 'https://example.com/secret-path', events: ['consent.ended' as const] };
    await createEndpoint(actor, hook);
    const sent = await listSentRequests(support, { tenantId: tenant.id, q: '', page: 1 });
    expect(sent.rows).toMatchObject([{ id: requestId, state: 'sent' }]);
    const ties = await listTies(support, { tenantId: tenant.id });
    expect(ties.standing).toMatchObject([{ id: link.id, kind: 'reseller', madeBy: actor.name, endedAt: null }]);
    const programs = await listPrograms(support, { tenantId: tenant.id });
    expect(programs.clients).toMatchObject([{ id: client.id, name: 'Stock system' }]);
    expect(programs.webhooks).toMatchObject([{ host: 'example.com', health: 'working' }]);
    const shown = JSON.stringify([sent, ties, programs]);
    for (const secret of [token, link.code, client.secret, client.secret.slice(-4), 'secret-path'])
      expect(shown).not.toContain(secret);
  });

  it('has, as an OEM, what it applied for its consent link with', async () => {
    const { tenant, applicationId } = await newApplication();
    const { applications } = await listTies(support, { tenantId: tenant.id });
    expect(applications).toMatchObject([{ id: applicationId, state: 'asked' }]);
    const other = await newPartner('oem', 'admin_agent');
    expect((await listTies(support, { tenantId: other.tenant.id })).applications).toEqual([]);
  });

  it('has its latest uploads', async () => {
    const { partner, actor, customer, customerId } = await newRegistrar();
    const { id } = await upload(actor, customerId, deviceFile(`S-${uuidv7()},,,Contoso,Atlas`, 'x,,,,'));
    const theirs = { id, customerName: customer.tenant.name, by: actor.name, registered: 1, rejected: 1 };
    expect(await latestUploads(support, { tenantId: partner.id, side: 'partner' })).toMatchObject([theirs]);
    expect(await latestUploads(support, { tenantId: customerId, side: 'customer' })).toMatchObject([theirs]);
  });
});

describe('a customer as support sees it', () => {
  it('has who may act for it, who might before, and its devices by registrar', async () => {
    const { partner, actor, customer, customerId } = await newRegistrar();
    await upload(actor, customerId, deviceFile(`S-${uuidv7()},,,Contoso,Atlas`));
    const former = await newPartner('direct', 'global_admin');
    await endConsent(former.actor, { consentId: await newConsent(customer, former.tenant) });
    const found = await readRelationships(support, { tenantId: customerId });
    expect(found.active).toMatchObject([{ partnerId: partner.id }]);
    expect(found).toMatchObject({ pastTotal: 1, past: [{ partnerName: former.tenant.name }] });
    expect(found.devices).toEqual([{ id: partner.id, name: partner.name, devices: 1 }]);
  });

  it('has what it answered, asked to remove, and is asked for', async () => {
    const partner = await newPartner('direct', 'admin_agent');
    const customer = await newCustomer();
    const link = await newRequest(partner.actor);
    await acceptAs(customer.admin, link);
    const oem = await newTenant('partner', { partnerType: 'oem' });
    const consentId = await newConsent(customer, oem, { kind: 'oem' });
    await askRemoval(customer.admin, { consentId, reason: 'No longer needed' });
    expect(await readCustomerCases(support, { tenantId: customer.tenant.id })).toMatchObject({
      answers: [{ id: link.requestId, state: 'accepted', partnerName: partner.tenant.name, by: customer.admin.name }],
      removals: [{ state: 'asked', partnerName: oem.name }],
      conflicts: [],
    });
    const { holder, asker, conflictId } = await newConflict();
    const conflictsOf = async (tenantId: string) => (await readCustomerCases(support, { tenantId })).conflicts;
    expect(await conflictsOf(holder.customerId)).toMatchObject([{ id: conflictId, holds: true }]);
    expect(await conflictsOf(asker.customerId)).toMatchObject([{ id: conflictId, holds: false }]);
  });
});
