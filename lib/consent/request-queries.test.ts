import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { consentRequests, consents, partnerLinks, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, now, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { requestFigures } from '@/lib/partners/dashboard-queries';
import { acceptAs, newRequest, requestInput } from '@/lib/testing/requests';
import { newCustomer, newPartner, newPartnerLink, newPerson, newTenant } from '@/lib/testing/tenants';
import { cancelRequest } from './cancel-request';
import { endConsent } from './end-consent';
import { findInvitation } from './invitation-queries';
import { openRequest } from './open-request';
import { listRequests } from './queries';
import { removeDap } from './remove-dap';
import { getRequest, getStart } from './request-queries';
import { requestSearch } from './request-search';
import { resendRequest } from './resend-request';

let tenant: Awaited<ReturnType<typeof newTenant>>;
let agent: UserActor;
let customer: Awaited<ReturnType<typeof newCustomer>>;
beforeEach(async () => {
  ({ tenant, actor: agent } = await newPartner('direct', 'admin_agent'));
  customer = await newCustomer('Contoso');
});
afterEach(() => setClock());

const read = (id: string) => getRequest(agent, { id });
const list = async (state?: string) => (await listRequests(agent, requestSearch.parse({ state }))).rows;

describe('a request, in full', () => {
  it('has what was asked, of whom, and how it stands', async () => {
    const { requestId } = await newRequest(agent, { dap: true, expiresInDays: 30 });
    expect(await read(requestId)).toMatchObject({
      state: 'sent',
      draft: false,
      kind: 'reseller',
      dap: true,
      dapGranted: null,
      recipientName: 'Ada Lovelace',
      organization: 'Contoso',
      sentBy: agent.name,
      expiresInDays: 30,
      decidedBy: null,
      replacedBy: null,
      consent: null,
    });
  });

  it('is nobody else’s', async () => {
    const { requestId } = await newRequest(agent);
    const stranger = (await newPartner('direct', 'admin_agent')).actor;
    await expect(getRequest(stranger, { id: requestId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(getStart(stranger, { from: requestId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('says what the customer granted then, whatever became of it since', async () => {
    const to = { recipientEmail: customer.admin.email, dap: true };
    const without = await newRequest(agent, to);
    await acceptAs(customer.admin, without, false);
    const granted = await newRequest(agent, to);
    await acceptAs(customer.admin, granted, true);
    const [consent] = await db.select().from(consents).where(eq(consents.partnerId, tenant.id));
    await removeDap(customer.admin, { consentId: consent?.id ?? '' });
    expect(await read(without.requestId)).toMatchObject({ dapGranted: false, consent: { dap: false } });
    expect(await read(granted.requestId)).toMatchObject({ dapGranted: true, consent: { dap: false } });
    const rows = await list('accepted');
    expect(Object.fromEntries(rows.map(({ id, dapGranted }) => [id, dapGranted]))).toEqual({
      [without.requestId]: false,
      [granted.requestId]: true,
    });
  });

  it('says when the consent ended', async () => {
    const link = await newRequest(agent, { recipientEmail: customer.admin.email });
    await openRequest(customer.admin, link);
    await acceptAs(customer.admin, link);
    expect(await read(link.requestId)).toMatchObject({
      state: 'accepted',
      consentEndedAt: null,
      openedAt: expect.any(Date),
    });
    const [consent] = await db.select().from(consents).where(eq(consents.partnerId, tenant.id));
    await endConsent(customer.admin, { consentId: consent?.id ?? '' });
    expect(await read(link.requestId)).toMatchObject({
      decidedBy: customer.admin.name,
      decidedFor: 'Contoso',
      customerId: customer.tenant.id,
      consentEndedAt: expect.any(Date),
    });
  });

  it('names what it replaced and what replaced it', async () => {
    const { requestId } = await newRequest(agent);
    const newId = requestInput().requestId;
    await resendRequest(agent, { requestId, newId, delivery: 'mail' });
    expect(await read(requestId)).toMatchObject({ state: 'superseded', replacedBy: { id: newId, by: agent.name } });
    expect(await read(newId)).toMatchObject({ state: 'sent', replacesId: requestId });
  });

  it('lists its reminders', async () => {
    const { requestId } = await newRequest(agent);
    setClock(() => later(new Date(), days(13)));
    await runUntilEmpty();
    expect((await read(requestId)).reminders).toEqual([
      { at: expect.any(Date), mailed: false },
      { at: expect.any(Date), mailed: false },
    ]);
  });

  it('has the reason of a customer that declined, and when somebody asked for a new link', async () => {
    const { requestId } = await newRequest(agent);
    const given = { state: 'declined', declineReason: 'We have a partner.', renewalAskedAt: now() } as const;
    await db.update(consentRequests).set(given).where(eq(consentRequests.id, requestId));
    expect(await read(requestId)).toMatchObject({
      declineReason: 'We have a partner.',
      renewalAskedAt: expect.any(Date),
    });
    expect(await list()).toMatchObject([{ renewalAskedAt: expect.any(Date) }]);
  });
});

describe('a request whose sender has no account any more', () => {
  it('reads canceled wherever one looks, and its link is dead', async () => {
    const colleague = await newPerson(tenant, 'sales_agent');
    const link = await newRequest(colleague);
    const own = await newRequest(agent);
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, colleague.id));
    expect(await findInvitation(null, link)).toMatchObject({ kind: 'dead', why: 'withdrawn' });
    expect(await read(link.requestId)).toMatchObject({ state: 'canceled', senderRemovedAt: expect.any(Date) });
    expect(await list('canceled')).toMatchObject([{ id: link.requestId, state: 'canceled' }]);
    expect(await list('sent')).toMatchObject([{ id: own.requestId }]);
    const { byState, latest } = await requestFigures(agent, {});
    expect(Object.fromEntries(byState)).toEqual({ canceled: 1, sent: 1 });
    expect(latest.find(({ id }) => id === link.requestId)?.state).toBe('canceled');
  });

  it('reads as it ended when it ended before', async () => {
    const colleague = await newPerson(tenant, 'sales_agent');
    await acceptAs(customer.admin, await newRequest(colleague));
    const over = await newRequest(colleague);
    await db.update(consentRequests).set({ expiresAt: now() }).where(eq(consentRequests.id, over.requestId));
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, colleague.id));
    expect((await list()).map(({ state }) => state).sort()).toEqual(['accepted', 'expired']);
    expect(await list('canceled')).toEqual([]);
    expect(await list('expired')).toHaveLength(1);
  });
});

it('a request whose provider has gone reads canceled, too', async () => {
  const reseller = await newPartner('indirect_reseller', 'admin_agent');
  const provider = await newTenant('partner', { partnerType: 'indirect_provider' });
  const linkId = await newPartnerLink(provider, reseller.tenant);
  agent = reseller.actor;
  const { requestId } = await newRequest(agent);
  expect(await list('sent')).toHaveLength(1);
  await db.update(partnerLinks).set({ endedAt: now() }).where(eq(partnerLinks.id, linkId));
  expect(await list('sent')).toEqual([]);
  expect(await list('canceled')).toHaveLength(1);
  expect(await read(requestId)).toMatchObject({ state: 'canceled', providerLeftAt: expect.any(Date) });
});

describe('asking again', () => {
  it('begins with what was asked before', async () => {
    const { requestId } = await newRequest(agent, { dap: true, recipientEmail: customer.admin.email });
    await cancelRequest(agent, { requestId });
    expect(await getStart(agent, { from: requestId })).toEqual({
      draftId: null,
      recipientName: 'Ada Lovelace',
      recipientEmail: customer.admin.email,
      organization: 'Contoso',
      dap: true,
      providerId: undefined,
      expiresInDays: 14,
    });
    expect(await getStart(agent, {})).toBeNull();
  });
});
