import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consentRequests, consents, partnerLinks, receipts, tenants, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, now, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { listCustomers } from '@/lib/partners/customer-queries';
import { customerListInput } from '@/lib/partners/customer-search';
import { mailsTo } from '@/lib/testing/mails';
import { acceptAs, newRequest, shownTo } from '@/lib/testing/requests';
import { newConsent, newCustomer, newPartner, newPartnerLink, newPerson, newTenant } from '@/lib/testing/tenants';
import { acceptRequest } from './accept-request';
import { declineRequest } from './decline-request';
import { getDecision } from './invitation-queries';
import { openRequest } from './open-request';
import { listRelationships } from './relationship-queries';

type Tenant = Awaited<ReturnType<typeof newTenant>>;
let partner: { tenant: Tenant; actor: UserActor };
let customer: Awaited<ReturnType<typeof newCustomer>>;

beforeEach(async () => {
  partner = await newPartner('direct', 'admin_agent');
  customer = await newCustomer('Contoso');
});

const consentsOf = (customerId: string) => db.select().from(consents).where(eq(consents.customerId, customerId));
const request = async (id: string) => (await db.select().from(consentRequests).where(eq(consentRequests.id, id)))[0];
const receiptsOf = (tenantId: string) => db.select().from(receipts).where(eq(receipts.tenantId, tenantId));
const granted = (partnerId: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.partnerId, partnerId), eq(auditEvents.action, 'consent.granted')));

describe('accepting', () => {
  it('makes the consent, closes the request, tells the sender and leaves one event', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    expect(await acceptAs(customer.admin, link)).toEqual({ ok: true, requestId: link.requestId });
    expect(await consentsOf(customer.tenant.id)).toMatchObject([
      {
        partnerId: partner.tenant.id,
        kind: 'reseller',
        providerId: null,
        requestId: link.requestId,
        dap: false,
        customerSort: 'contoso',
        customerDomain: customer.tenant.domain,
        grantedBy: customer.admin.id,
        revokedAt: null,
      },
    ]);
    expect(await request(link.requestId)).toMatchObject({
      state: 'accepted',
      decidedBy: customer.admin.id,
      customerId: customer.tenant.id,
      decidedAt: expect.any(Date),
    });
    const mails = await mailsTo(partner.actor.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Contoso accepted your request');
    expect(mails[0]?.textBody).toContain(customer.admin.name);
    const [{ id: receiptId = '' } = {}] = await receiptsOf(customer.tenant.id);
    expect(mails[0]?.links).toEqual([`http://localhost:3000/partner/receipts/${receiptId}`]);
    expect(await granted(partner.tenant.id)).toMatchObject([
      { actorId: customer.admin.id, customerId: customer.tenant.id, detail: { dap: false, requestId: link.requestId } },
    ]);
  });

  it('works for a request that was noted as opened', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    expect(await openRequest(customer.admin, link)).toEqual({ ok: true });
    expect(await acceptAs(customer.admin, link)).toMatchObject({ ok: true });
  });

  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ])('delegated administration asked for: %s, left ticked: %s, granted: %s', async (asked, ticked, dap) => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email, dap: asked });
    await acceptAs(customer.admin, link, ticked);
    expect(await consentsOf(customer.tenant.id)).toMatchObject([{ dap }]);
  });

  it('is refused without the Yes', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    const shown = await shownTo(customer.admin, link);
    const attempt = acceptRequest(customer.admin, { ...link, shown, yes: false as never, dap: false });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid', fields: { yes: 'Tick Yes to accept.' } });
    expect(await request(link.requestId)).toMatchObject({ state: 'sent' });
  });

  it('has exactly one winner of fifty at once', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    const others = await Promise.all([1, 2, 3, 4].map(() => newPerson(customer.tenant, 'global_admin')));
    const people = [customer.admin, ...others];
    const shown = await Promise.all(people.map((person) => shownTo(person, link)));
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, at) => {
        const person = people[at % people.length] ?? customer.admin;
        return acceptRequest(person, { ...link, shown: shown[at % people.length] ?? '', yes: true, dap: false });
      }),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 49 }, () => ({ ok: false, reason: 'dead', why: 'used' })),
    );
    expect(await consentsOf(customer.tenant.id)).toHaveLength(1);
    expect(await granted(partner.tenant.id)).toHaveLength(1);
    expect(await receiptsOf(customer.tenant.id)).toHaveLength(1);
    expect(await receiptsOf(partner.tenant.id)).toHaveLength(1);
    expect(await mailsTo(partner.actor.email)).toHaveLength(1);
  });

  it('decides one way when a yes and a no come at once', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    const shown = await shownTo(customer.admin, link);
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => acceptRequest(customer.admin, { ...link, shown, yes: true, dap: false })),
      ...Array.from({ length: 5 }, () => declineRequest(customer.admin, link)),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { state } = (await request(link.requestId)) ?? {};
    expect(await consentsOf(customer.tenant.id)).toHaveLength(state === 'accepted' ? 1 : 0);
    expect(await mailsTo(partner.actor.email)).toHaveLength(1);
  });

  it('never doubles a consent: a second request adds what is missing and takes nothing away', async () => {
    const to = { recipientEmail: customer.admin.email };
    await acceptAs(customer.admin, await newRequest(partner.actor, to));
    const [first] = await consentsOf(customer.tenant.id);
    await acceptAs(customer.admin, await newRequest(partner.actor, { ...to, dap: true }), true);
    expect(await consentsOf(customer.tenant.id)).toMatchObject([
      { id: first?.id, dap: true, grantedAt: first?.grantedAt },
    ]);
    await acceptAs(customer.admin, await newRequest(partner.actor, to));
    expect(await consentsOf(customer.tenant.id)).toMatchObject([{ id: first?.id, dap: true }]);
  });

  it('starts a new consent after the old one ended', async () => {
    await newConsent(customer, partner.tenant, { revokedAt: now(), dap: true });
    await acceptAs(customer.admin, await newRequest(partner.actor, { recipientEmail: customer.admin.email }));
    const active = (await consentsOf(customer.tenant.id)).filter(({ revokedAt }) => revokedAt === null);
    expect(active).toMatchObject([{ dap: false }]);
  });
});

describe('what was shown', () => {
  it.each([
    [
      'the partner changed its name',
      () => db.update(tenants).set({ name: 'Fabricam' }).where(eq(tenants.id, partner.tenant.id)),
    ],
    [
      'the request asks for more',
      (id: string) => db.update(consentRequests).set({ dap: true }).where(eq(consentRequests.id, id)),
    ],
    ['the partner got a consent meanwhile', () => newConsent(customer, partner.tenant)],
  ])('is shown again when %s', async (_what, change) => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    const shown = await shownTo(customer.admin, link);
    await change(link.requestId);
    const outcome = await acceptRequest(customer.admin, { ...link, shown, yes: true, dap: true });
    expect(outcome).toEqual({ ok: false, reason: 'changed' });
    expect(await request(link.requestId)).toMatchObject({ state: 'sent', decidedBy: null });
    expect(await acceptAs(customer.admin, link)).toMatchObject({ ok: true });
  });

  it('cannot be another person’s', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    const colleague = await newPerson(customer.tenant, 'global_admin');
    const shown = await shownTo(colleague, link);
    const outcome = await acceptRequest(customer.admin, { ...link, shown, yes: true, dap: false });
    expect(outcome).toEqual({ ok: false, reason: 'changed' });
  });
});

describe('who cannot decide', () => {
  it.each(['user', 'intune_admin'] as const)('a %s; the link stays good for the administrator', async (role) => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    const shown = await shownTo(customer.admin, link);
    const colleague = await newPerson(customer.tenant, role);
    const answer = { ...link, shown, yes: true, dap: false } as const;
    await expect(acceptRequest(colleague, answer)).rejects.toMatchObject({ code: 'denied' });
    await expect(declineRequest(colleague, link)).rejects.toMatchObject({ code: 'denied' });
    await expect(acceptRequest(null, answer)).rejects.toMatchObject({ code: 'signed_out' });
    expect(await acceptRequest(customer.admin, answer)).toMatchObject({ ok: true });
  });

  it('another organization, when the recipient’s is known by account or by domain', async () => {
    const stranger = await newCustomer();
    for (const recipientEmail of [customer.admin.email, `somebody@${customer.tenant.domain}`]) {
      const link = await newRequest(partner.actor, { recipientEmail });
      const shown = await shownTo(customer.admin, link);
      const refused = { ok: false, reason: 'wrong_organization' };
      expect(await acceptRequest(stranger.admin, { ...link, shown, yes: true, dap: false })).toEqual(refused);
      expect(await declineRequest(stranger.admin, link)).toEqual(refused);
      expect(await openRequest(stranger.admin, link)).toMatchObject({ ok: false });
      expect(await acceptAs(customer.admin, link)).toMatchObject({ ok: true });
    }
  });

  it('nobody in particular when the address is nobody’s: any administrator, for the own organization', async () => {
    const link = await newRequest(partner.actor);
    expect(await acceptAs(customer.admin, link)).toMatchObject({ ok: true });
    expect(await consentsOf(customer.tenant.id)).toHaveLength(1);
  });

  it('the partner itself', async () => {
    const owner = await newPerson(partner.tenant, 'global_admin');
    const link = await newRequest(partner.actor);
    const refused = { ok: false, reason: 'own_organization' };
    expect(await acceptRequest(owner, { ...link, shown: '', yes: true, dap: false })).toEqual(refused);
    expect(await declineRequest(owner, link)).toEqual(refused);
  });

  it('an administrator with a sign-in name outside the cloud, for a manufacturer', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    await db.update(consentRequests).set({ kind: 'oem' }).where(eq(consentRequests.id, link.requestId));
    const elsewhere = { ...customer.admin, email: 'admin@contoso.example' };
    const refused = await acceptRequest(elsewhere, { ...link, shown: '', yes: true, dap: false });
    expect(refused).toEqual({ ok: false, reason: 'cloud_account_required' });
    expect(await acceptAs(customer.admin, link, true)).toMatchObject({ ok: true });
    expect(await consentsOf(customer.tenant.id)).toMatchObject([{ kind: 'oem', dap: false }]);
  });
});

describe('a dead link', () => {
  const answers = async (link: { requestId: string; token: string }) => [
    await acceptRequest(customer.admin, { ...link, shown: '', yes: true, dap: false }),
    await declineRequest(customer.admin, link),
  ];
  const dead = (why: string) => Array.from({ length: 2 }, () => ({ ok: false, reason: 'dead', why }));

  it('was never one', async () => {
    const link = await newRequest(partner.actor);
    const other = await newRequest(partner.actor);
    expect(await answers({ ...link, token: 'x'.repeat(43) })).toEqual(dead('unknown'));
    expect(await answers({ ...link, token: '' })).toEqual(dead('unknown'));
    expect(await answers({ ...link, token: other.token })).toEqual(dead('unknown'));
  });

  it.each([
    ['canceled', 'withdrawn'],
    ['superseded', 'replaced'],
    ['accepted', 'used'],
    ['declined', 'declined'],
    ['expired', 'expired'],
    ['draft', 'unknown'],
  ] as const)('of a request that is %s says %s', async (state, why) => {
    const link = await newRequest(partner.actor);
    await db.update(consentRequests).set({ state }).where(eq(consentRequests.id, link.requestId));
    expect(await answers(link)).toEqual(dead(why));
    expect(await request(link.requestId)).toMatchObject({ state });
  });

  it('has run out, from that very millisecond and before any job says so', async () => {
    const link = await newRequest(partner.actor, { expiresInDays: 7 });
    const { expiresAt = now() } = (await request(link.requestId)) ?? {};
    setClock(() => expiresAt);
    const refused = await answers(link).finally(() => setClock());
    expect(refused).toEqual(dead('expired'));
    expect(await request(link.requestId)).toMatchObject({ state: 'sent' });
  });

  it('died with the account of its sender', async () => {
    const link = await newRequest(partner.actor);
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, partner.actor.id));
    expect(await answers(link)).toEqual(dead('withdrawn'));
  });
});

describe('running out', () => {
  it('becomes history by a job, once, with its event', async () => {
    const link = await newRequest(partner.actor, { expiresInDays: 7 });
    setClock(() => later(new Date(), days(7)));
    await runUntilEmpty().finally(() => setClock());
    expect(await request(link.requestId)).toMatchObject({ state: 'expired' });
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, link.requestId));
    expect(events.map(({ action, actorType }) => [action, actorType])).toContainEqual([
      'consent_request.expired',
      'system',
    ]);
  });

  it('leaves an answered request as it is', async () => {
    const link = await newRequest(partner.actor, { expiresInDays: 7 });
    await acceptAs(customer.admin, link);
    setClock(() => later(new Date(), days(8)));
    await runUntilEmpty().finally(() => setClock());
    expect(await request(link.requestId)).toMatchObject({ state: 'accepted' });
  });
});

describe('declining', () => {
  const reason = 'We work with somebody else.';

  it('keeps a reason for the partner to read, and mails only that there is one', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    expect(await declineRequest(customer.admin, { ...link, reason })).toMatchObject({ ok: true });
    expect(await request(link.requestId)).toMatchObject({ state: 'declined', declineReason: reason });
    const [mail] = await mailsTo(partner.actor.email);
    expect(mail?.textBody).toContain('They gave a reason');
    expect(JSON.stringify(mail)).not.toContain(reason);
    expect(await getDecision(customer.admin, link)).toMatchObject({ accepted: false, reason });
  });

  it('needs none', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    expect(await declineRequest(customer.admin, link)).toMatchObject({ ok: true });
    expect(await request(link.requestId)).toMatchObject({ state: 'declined', declineReason: null });
    expect((await mailsTo(partner.actor.email))[0]?.textBody).not.toContain('reason');
  });

  it('refuses a reason that hides something, and leaves the link good', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    const attempt = declineRequest(customer.admin, { ...link, reason: 'a\u202Eb' });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid', fields: { reason: expect.any(String) } });
    expect(await request(link.requestId)).toMatchObject({ state: 'sent' });
  });

  it('closes the request, grants nothing and tells the sender', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email, dap: true });
    expect(await declineRequest(customer.admin, link)).toEqual({ ok: true, requestId: link.requestId });
    expect(await request(link.requestId)).toMatchObject({ state: 'declined', decidedBy: customer.admin.id });
    expect(await consentsOf(customer.tenant.id)).toEqual([]);
    const mails = await mailsTo(partner.actor.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['Contoso declined your request']);
    expect(mails[0]?.textBody).toContain('Nothing was granted');
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, link.requestId));
    expect(events.filter(({ action }) => action === 'consent_request.declined')).toHaveLength(1);
  });
});

describe('opening', () => {
  it('is noted once, for somebody of the organization that was asked', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    const colleague = await newPerson(customer.tenant, 'user');
    const nothing = { ok: false, reason: 'nothing_to_note' };
    expect(await openRequest(partner.actor, link)).toEqual(nothing);
    expect(await openRequest(colleague, { ...link, token: 'x' })).toEqual(nothing);
    expect(await request(link.requestId)).toMatchObject({ state: 'sent', openedAt: null });
    const outcomes = await Promise.all([1, 2, 3].map(() => openRequest(colleague, link)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await request(link.requestId)).toMatchObject({ state: 'opened', openedAt: expect.any(Date) });
    expect(await openRequest(customer.admin, link)).toEqual(nothing);
  });
});

describe('the partner’s list of customers', () => {
  const names = async (actor: UserActor) => {
    const { rows } = await listCustomers(actor, customerListInput.parse({}));
    return rows.map(({ name }) => name);
  };

  it('has a customer from the moment it accepted, and never before', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    await openRequest(customer.admin, link);
    expect(await names(partner.actor)).toEqual([]);
    await acceptAs(customer.admin, link);
    expect(await names(partner.actor)).toEqual(['Contoso']);
  });

  it('is the provider’s too when it was named, until reseller and provider part', async () => {
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const provider = await newPartner('indirect_provider', 'admin_agent');
    const linkId = await newPartnerLink(provider.tenant, reseller.tenant);
    await acceptAs(customer.admin, await newRequest(reseller.actor, { recipientEmail: customer.admin.email }));
    expect(await names(reseller.actor)).toEqual(['Contoso']);
    expect(await names(provider.actor)).toEqual(['Contoso']);
    await db.update(partnerLinks).set({ endedAt: now() }).where(eq(partnerLinks.id, linkId));
    expect(await names(provider.actor)).toEqual([]);
    expect(await names(reseller.actor)).toEqual(['Contoso']);
  });
});

describe('an indirect reseller', () => {
  it('and its provider are authorised by one acceptance, until they part', async () => {
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const provider = await newTenant('partner', { partnerType: 'indirect_provider', name: 'Northwind' });
    const linkId = await newPartnerLink(provider, reseller.tenant);
    const link = await newRequest(reseller.actor, { recipientEmail: customer.admin.email });
    await acceptAs(customer.admin, link);
    const related = await listRelationships(customer.admin, {});
    expect(related).toMatchObject([
      { kind: 'indirect_reseller', providerName: 'Northwind', grantedBy: customer.admin.name },
    ]);
    await db.update(partnerLinks).set({ endedAt: now() }).where(eq(partnerLinks.id, linkId));
    expect(await listRelationships(customer.admin, {})).toMatchObject([{ providerName: null }]);
  });

  it('cannot be answered once it parted from the provider it names', async () => {
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const linkId = await newPartnerLink(
      await newTenant('partner', { partnerType: 'indirect_provider' }),
      reseller.tenant,
    );
    const link = await newRequest(reseller.actor, { recipientEmail: customer.admin.email });
    await db.update(partnerLinks).set({ endedAt: now() }).where(eq(partnerLinks.id, linkId));
    expect(await acceptAs(customer.admin, link)).toEqual({ ok: false, reason: 'dead', why: 'withdrawn' });
  });
});
