import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import * as schema from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, setClock } from '@/lib/clock';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newCustomer, newPartner, newPartnerLink, newPerson, newTenant } from '@/lib/testing/tenants';
import { declineRequest } from './decline-request';
import { findInvitation, getDecision, getInvitation } from './invitation-queries';
import { getSender, listRequests } from './queries';
import { requestSearch } from './request-search';

let agent: UserActor;
let customer: Awaited<ReturnType<typeof newCustomer>>;
beforeEach(async () => {
  agent = (await newPartner('direct', 'admin_agent')).actor;
  customer = await newCustomer('Contoso');
});
afterEach(() => setClock());

const list = (search: Record<string, unknown> = {}) => listRequests(agent, requestSearch.parse(search));

/** Everything stored, as it would print. */
async function everything(): Promise<string> {
  const { consentRequests, consents, auditEvents, mails, jobs, users, sessions } = schema;
  const tables = [consentRequests, consents, auditEvents, mails, jobs, users, sessions];
  const rows = [];
  for (const table of tables) rows.push(await db.select().from(table));
  return JSON.stringify(rows);
}

describe('the list of requests', () => {
  it('has the own ones only, newest first, with who answered and when', async () => {
    const stranger = (await newPartner('direct', 'admin_agent')).actor;
    await newRequest(stranger);
    setClock(() => new Date(Date.now() - 60_000));
    const first = await newRequest(agent, { recipientEmail: customer.admin.email, dap: true }).finally(() =>
      setClock(),
    );
    const second = await newRequest(agent);
    await acceptAs(customer.admin, first, true);
    const { rows, total } = await list();
    expect(total).toBe(2);
    expect(rows.map(({ id }) => id)).toEqual([second.requestId, first.requestId]);
    expect(rows[1]).toMatchObject({
      state: 'accepted',
      dap: true,
      kind: 'reseller',
      recipientName: 'Ada Lovelace',
      sentBy: agent.name,
      decidedBy: customer.admin.name,
      decidedFor: 'Contoso',
      decidedAt: expect.any(Date),
    });
    expect(rows[0]).toMatchObject({ state: 'sent', decidedBy: null, decidedFor: null, decidedAt: null });
  });

  it('finds by name, address and organization, taking every character as meant', async () => {
    await newRequest(agent, { recipientName: 'Grace Hopper', organization: 'Wide World (100)' });
    await newRequest(agent, { recipientName: 'Alan Turing', recipientEmail: 'al_n@nobody.example' });
    const found = async (q: string) => (await list({ q })).rows.map((row) => row.recipientName);
    expect(await found('HOPPER')).toEqual(['Grace Hopper']);
    expect(await found('wide world (1')).toEqual(['Grace Hopper']);
    expect(await found('al_n@')).toEqual(['Alan Turing']);
    expect(await found('al%')).toEqual([]);
    expect(await found('a_an')).toEqual([]);
  });

  it('filters by the state a request is in now', async () => {
    const old = await newRequest(agent, { expiresInDays: 7 });
    setClock(() => later(new Date(), days(8)));
    const fresh = await newRequest(agent);
    const expired = await list({ state: 'expired' });
    const sent = await list({ state: 'sent' });
    expect(expired).toMatchObject({ total: 1, rows: [{ id: old.requestId, state: 'expired' }] });
    expect(sent).toMatchObject({ total: 1, rows: [{ id: fresh.requestId, state: 'sent' }] });
  });

  it('goes by pages, the last of which is where a page too far ends', async () => {
    for (let made = 0; made < 26; made++) await newRequest(agent);
    expect((await list({ page: 1 })).rows).toHaveLength(25);
    expect(await list({ page: 9 })).toMatchObject({ total: 26, page: 2, rows: [{}] });
    expect(await list({ page: 'x', state: 'nonsense' })).toMatchObject({ total: 26, page: 1 });
  });
});

describe('the form', () => {
  it('knows the partner and, for an indirect reseller, its providers', async () => {
    expect(await getSender(agent, {})).toMatchObject({
      kind: 'reseller',
      partner: { name: agent.tenant.name },
      providers: [],
    });
    const reseller = await newPartner('indirect_reseller', 'sales_agent');
    const provider = await newTenant('partner', { partnerType: 'indirect_provider' });
    await newPartnerLink(provider, reseller.tenant);
    expect(await getSender(reseller.actor, {})).toMatchObject({
      kind: 'indirect_reseller',
      providers: [{ id: provider.id, name: provider.name }],
    });
  });
});

describe('a link, asked where it leads', () => {
  it('says so to anybody and changes nothing, however often', async () => {
    const link = await newRequest(agent, { recipientEmail: customer.admin.email });
    const before = await everything();
    for (let asked = 0; asked < 20; asked++) {
      expect(await findInvitation(null, { token: link.token })).toMatchObject({
        kind: 'good',
        requestId: link.requestId,
      });
      expect(await getInvitation(customer.admin, link)).toMatchObject({ kind: 'ready' });
      expect(await findInvitation(null, { token: 'x'.repeat(43) })).toMatchObject({ kind: 'dead', why: 'unknown' });
    }
    expect(await everything()).toBe(before);
  });

  it('tells who answered to the organization that answered, and to nobody else', async () => {
    const link = await newRequest(agent, { recipientEmail: customer.admin.email });
    await declineRequest(customer.admin, link);
    const stranger = await newCustomer();
    const dead = { kind: 'dead', why: 'declined', partnerName: agent.tenant.name };
    expect(await findInvitation(null, link)).toMatchObject({ ...dead, decided: null });
    expect(await findInvitation(stranger.admin, link)).toMatchObject({ ...dead, decided: null });
    const own = { ...dead, decided: { by: customer.admin.name, at: expect.any(Date) } };
    expect(await findInvitation(customer.admin, link)).toMatchObject(own);
    expect(await getInvitation(customer.admin, link)).toMatchObject(own);
  });
});

describe('the consent page', () => {
  it('shows the administrator who asks for what, for which organization and as whom', async () => {
    const link = await newRequest(agent, { recipientEmail: customer.admin.email, dap: true });
    const view = await getInvitation(customer.admin, link);
    expect(view).toMatchObject({
      kind: 'ready',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      shown: {
        partner: { name: agent.tenant.name, domain: agent.tenant.domain, type: 'direct' },
        requester: { name: agent.name },
        dap: true,
        customer: { name: 'Contoso' },
        person: { email: customer.admin.email },
      },
    });
  });

  it('tells everybody else of the organization who can decide, by name', async () => {
    const link = await newRequest(agent, { recipientEmail: customer.admin.email });
    const colleague = await newPerson(customer.tenant, 'user');
    const view = await getInvitation(colleague, link);
    expect(view).toMatchObject({ kind: 'permission_required', administrators: [customer.admin.name] });
    expect(JSON.stringify(view)).not.toContain(customer.admin.email);
  });

  it('tells other organizations which one is meant, in the words of the partner', async () => {
    const link = await newRequest(agent, { recipientEmail: customer.admin.email, organization: 'Contoso Ltd' });
    const stranger = await newCustomer();
    const view = await getInvitation(stranger.admin, link);
    expect(view).toMatchObject({ kind: 'wrong_organization', organization: 'Contoso Ltd' });
    expect(JSON.stringify(view)).not.toContain(customer.tenant.domain);
  });

  it('recognises the partner’s own people', async () => {
    const link = await newRequest(agent);
    expect(await getInvitation(agent, link)).toMatchObject({ kind: 'own_organization' });
  });
});

describe('a decision', () => {
  it('can be looked up by the organization that made it', async () => {
    const link = await newRequest(agent, { recipientEmail: customer.admin.email, dap: true });
    const id = { requestId: link.requestId };
    await expect(getDecision(customer.admin, id)).rejects.toMatchObject({ code: 'not_found' });
    await acceptAs(customer.admin, link);
    expect(await getDecision(customer.admin, id)).toMatchObject({
      accepted: true,
      partnerName: agent.tenant.name,
      by: customer.admin.name,
      dapAsked: true,
      dap: false,
    });
    const stranger = await newCustomer();
    await expect(getDecision(stranger.admin, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('no longer speaks of rights once the relationship ended', async () => {
    const link = await newRequest(agent, { recipientEmail: customer.admin.email });
    await acceptAs(customer.admin, link);
    await db
      .update(schema.consents)
      .set({ revokedAt: new Date() })
      .where(eq(schema.consents.customerId, customer.tenant.id));
    expect(await getDecision(customer.admin, { requestId: link.requestId })).toMatchObject({
      accepted: true,
      dap: null,
    });
  });
});
