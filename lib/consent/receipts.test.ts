import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, receipts, users } from '@/db/schema';
import { hashCanonical } from '@/lib/audit/canonical';
import { now } from '@/lib/clock';
import { mailsTo } from '@/lib/testing/mails';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newCustomer, newPartner, newPartnerLink, newPerson, newTenant } from '@/lib/testing/tenants';
import { endConsent } from './end-consent';
import { dapRemovalConsequences, endingConsequences } from './ending-consequences';
import { removeDap } from './remove-dap';

let partner: Awaited<ReturnType<typeof newPartner>>;
let customer: Awaited<ReturnType<typeof newCustomer>>;
beforeEach(async () => {
  partner = await newPartner('direct', 'admin_agent', 'global_admin');
  customer = await newCustomer('Contoso');
});

const held = (tenantId: string) =>
  db.select().from(receipts).where(eq(receipts.tenantId, tenantId)).orderBy(receipts.at, receipts.id);
const accept = async (dap = false, agent = partner.actor) => {
  const link = await newRequest(agent, { recipientEmail: customer.admin.email, dap });
  await acceptAs(customer.admin, link, dap);
  return link;
};

describe('a receipt of a grant', () => {
  it('is the same for both sides, with a hash that its content gives again', async () => {
    const { requestId } = await accept(true);
    const [own] = await held(customer.tenant.id);
    const [theirs] = await held(partner.tenant.id);
    expect(theirs).toEqual({ ...own, tenantId: partner.tenant.id });
    expect(own).toMatchObject({ event: 'granted', requestId });
    expect(own?.hash).toBe(hashCanonical(own?.content));
    expect(own?.content).toMatchObject({
      receiptId: own?.id,
      by: { name: customer.admin.name, organization: 'Contoso', side: 'customer' },
      customer: { name: 'Contoso', domain: customer.tenant.domain },
      partner: { name: partner.tenant.name, mpnId: partner.tenant.mpnId },
      kind: 'reseller',
      at: own?.at.toISOString(),
      dap: { before: false, after: true },
    });
    expect(JSON.stringify(own?.content)).toContain('register Windows Autopilot devices for Contoso');
    expect(JSON.stringify(own?.content)).not.toContain('@');
  });

  it('is vouched for by the audit chain', async () => {
    await accept();
    const [own] = await held(customer.tenant.id);
    const [event] = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, own?.consentId ?? ''));
    expect(event?.detail).toMatchObject({ receipt: own?.id, receiptHash: own?.hash });
  });

  it('is mailed to each side once, with the link to its own copy', async () => {
    await accept();
    const [{ id = '', hash = '' } = {}] = await held(customer.tenant.id);
    const [mine, ...more] = await mailsTo(customer.admin.email);
    expect(more).toEqual([]);
    expect(mine).toMatchObject({
      subject: `Contoso gave ${partner.tenant.name} consent`,
      links: [`http://localhost:3000/admin/receipts/${id}`],
    });
    expect(mine?.textBody).toContain(hash);
    expect((await mailsTo(partner.actor.email)).map(({ links }) => links)).toEqual([
      [`http://localhost:3000/partner/receipts/${id}`],
    ]);
  });

  it('calls it a change when delegated administration or the provider is another one since', async () => {
    await accept();
    await accept(true);
    await accept();
    const seen = (await held(customer.tenant.id)).map(({ event, content }) => [event, content.dap]);
    expect(seen).toEqual([
      ['granted', { before: false, after: false }],
      ['changed', { before: false, after: true }],
      ['granted', { before: true, after: true }],
    ]);
  });

  it('names the provider before and after', async () => {
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const [first, second] = [
      await newTenant('partner', { partnerType: 'indirect_provider', name: 'Northwind' }),
      await newTenant('partner', { partnerType: 'indirect_provider', name: 'Southridge' }),
    ];
    for (const provider of [first, second]) {
      await newPartnerLink(provider, reseller.tenant);
      const link = await newRequest(reseller.actor, { recipientEmail: customer.admin.email, providerId: provider.id });
      await acceptAs(customer.admin, link);
    }
    expect((await held(reseller.tenant.id)).map(({ event, content }) => [event, content.provider])).toMatchObject([
      ['granted', { before: null, after: { name: 'Northwind' } }],
      ['changed', { before: { name: 'Northwind' }, after: { name: 'Southridge' } }],
    ]);
  });
});

describe('a receipt of a change or an end', () => {
  const consent = async () => (await held(customer.tenant.id))[0]?.consentId ?? '';
  const latest = async (tenantId: string) => (await held(tenantId)).at(-1);

  it('keeps what was shown before delegated administration was removed', async () => {
    await accept(true);
    const consentId = await consent();
    await removeDap(customer.admin, { consentId });
    const own = await latest(customer.tenant.id);
    expect(own).toMatchObject({
      event: 'changed',
      content: {
        dap: { before: true, after: false },
        shown: [{ sentences: dapRemovalConsequences(partner.tenant.name) }],
      },
    });
    expect(await latest(partner.tenant.id)).toEqual({ ...own, tenantId: partner.tenant.id });
    expect((await mailsTo(partner.actor.email)).at(-1)?.links).toEqual([
      `http://localhost:3000/partner/receipts/${own?.id}`,
    ]);
  });

  it.each([
    ['customer', () => customer.admin],
    ['partner', () => partner.actor],
  ] as const)('says which side ended it: the %s', async (side, person) => {
    await accept();
    const consentId = await consent();
    const colleague = await newPerson(partner.tenant, 'admin_agent');
    const before = [await mailsTo(customer.admin.email), await mailsTo(partner.actor.email)];
    expect(await endConsent(person(), { consentId })).toEqual({ ok: true });
    const own = await latest(customer.tenant.id);
    expect(own).toMatchObject({ event: 'ended', content: { by: { name: person().name, side } } });
    expect(await latest(partner.tenant.id)).toEqual({ ...own, tenantId: partner.tenant.id });
    expect(own?.content.shown).toEqual([
      {
        title: 'Before it was ended',
        sentences: endingConsequences[side]({
          partnerName: partner.tenant.name,
          customerName: 'Contoso',
          providerName: null,
          dap: false,
        }),
      },
    ]);
    expect(await mailsTo(customer.admin.email)).toHaveLength((before[0]?.length ?? 0) + 1);
    expect(await mailsTo(partner.actor.email)).toHaveLength((before[1]?.length ?? 0) + 1);
    expect(await mailsTo(colleague.email)).toEqual([]);
  });

  it('is mailed to everybody concerned where the person who asked is gone', async () => {
    await accept();
    const colleague = await newPerson(partner.tenant, 'admin_agent');
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, partner.actor.id));
    await endConsent(customer.admin, { consentId: await consent() });
    expect((await mailsTo(colleague.email)).map(({ subject }) => subject)).toEqual([
      `The consent of Contoso with ${partner.tenant.name} ended`,
    ]);
  });
});
