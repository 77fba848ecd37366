import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { apiCalls, auditEvents, requestDays, users } from '@/db/schema';
import { revokeClient } from '@/lib/clients/revoke-client';
import { now } from '@/lib/clock';
import { cancelRequest } from '@/lib/consent/cancel-request';
import { getInvitation } from '@/lib/consent/invitation-queries';
import { listRequests } from '@/lib/consent/queries';
import { getRequest } from '@/lib/consent/request-queries';
import { requestSearch } from '@/lib/consent/request-search';
import { requestTimeline } from '@/lib/consent/request-timeline';
import { resendRequest } from '@/lib/consent/resend-request';
import { latestNotifications } from '@/lib/notifications/queries';
import { newProgram } from '@/lib/testing/api-calls';
import { mailsTo } from '@/lib/testing/mails';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newCustomer, newPerson } from '@/lib/testing/tenants';
import { collectionOf } from './answer-schemas';
import { api } from './api';
import { issuedRequest, listedRequest, wholeRequest } from './request-schemas';

const program = (given?: Parameters<typeof newProgram>[1]) => newProgram((request) => api.fetch(request), given);
const to = (given: object = {}) => ({
  recipientName: 'Ada Lovelace',
  recipientEmail: `${randomUUID()}@nobody.example`,
  organization: 'Contoso',
  ...given,
});
const tokenOf = (link: string) => link.split('/').at(-1) ?? '';
const sender = 'API client Stock system';

describe('POST /consentRequests', () => {
  it('has the request mailed, in the name of the client', async () => {
    const { ask, tenant, client } = await program();
    const body = to({ delegatedAdministration: true, expiresInDays: 30 });
    const { status, json, headers } = await ask('POST', '/consentRequests', { body });
    expect(status).toBe(201);
    expect(issuedRequest.strict().parse(json)).toEqual(json);
    const facts = { ...body, state: 'sent', kind: 'reseller', delivery: 'mail', sentBy: sender };
    expect(json).toMatchObject(Object.fromEntries(Object.entries(facts).filter(([key]) => key !== 'expiresInDays')));
    expect(headers.get('Location')).toBe(`/consentRequests/${json.id}`);
    expect(json.mail).toBeUndefined();
    expect(await mailsTo(body.recipientEmail)).toHaveLength(1);
    const [event] = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, json.id));
    expect(event).toMatchObject({ action: 'consent_request.sent', actorType: 'client', actorId: client.id });
    const person = await newPerson(tenant, 'sales_agent');
    expect((await listRequests(person, requestSearch.parse({}))).rows).toMatchObject([{ id: json.id, sentBy: sender }]);
    const life = await getRequest(person, { id: json.id });
    expect(requestTimeline(life)[0]?.what).toBe(`${sender} sent it by mail`);
  });

  it('tells the mail and its link once, also to whoever asks again with the same id', async () => {
    const { ask, client } = await program();
    const headers = { 'MS-RequestId': randomUUID() };
    const asked = { body: to({ delivery: 'copy' }), headers };
    const first = await ask('POST', '/consentRequests', asked);
    expect(first.json.mail.link).toContain('/invitation/');
    expect(first.json.mail.text).toContain(first.json.mail.link);
    const again = await ask('POST', '/consentRequests', asked);
    const { mail, ...rest } = first.json;
    expect([again.status, again.json]).toEqual([201, rest]);
    const kept = await db.select().from(apiCalls).where(eq(apiCalls.clientId, client.id));
    expect(JSON.stringify(kept)).not.toContain(tokenOf(mail.link));
  });

  it('is one request for one id, also where the answer was lost before it was kept', async () => {
    const { ask, client } = await program();
    const asked = { body: to(), headers: { 'Idempotency-Key': 'order-4711' } };
    const first = await ask('POST', '/consentRequests', asked);
    await db.delete(apiCalls).where(eq(apiCalls.clientId, client.id));
    const again = await ask('POST', '/consentRequests', asked);
    expect([again.status, again.json.id]).toEqual([201, first.json.id]);
    expect((await ask('GET', '/consentRequests')).json.totalCount).toBe(1);
    await db.delete(apiCalls).where(eq(apiCalls.clientId, client.id));
    expect((await ask('POST', '/consentRequests', { ...asked, body: to() })).status).toBe(409);
  });

  it.each([
    [{ recipientEmail: 'x' }, 400, '3000', 'recipientEmail'],
    [{ organization: null }, 400, '3000', 'organization'],
    [{ recipientName: 'Visit https://evil.example' }, 400, '3000', 'recipientName'],
    [{ expiresInDays: 3 }, 400, '3000', 'expiresInDays: One of 7, 14, 30, 90.'],
    [{ delivery: 'pigeon' }, 400, '3000', 'delivery'],
    [{ delegatedAdministration: 'yes' }, 400, '3000', 'delegatedAdministration'],
  ])('with %j is refused by name', async (given, status, code, sentence) => {
    const { ask } = await program();
    const refused = await ask('POST', '/consentRequests', { body: to(given) });
    expect([refused.status, refused.json.code]).toEqual([status, code]);
    expect(refused.json.description).toContain(sentence);
  });

  it('is refused to the own organization, to a provider and to a manufacturer', async () => {
    const { ask, tenant } = await program();
    const own = await ask('POST', '/consentRequests', { body: to({ recipientEmail: `ada@${tenant.domain}` }) });
    expect([own.status, own.json.code]).toEqual([400, '3000']);
    for (const [type, code] of [
      ['indirect_provider', '2032'],
      ['oem', '900150'],
    ] as const) {
      const other = await program({ type });
      const refused = await other.ask('POST', '/consentRequests', { body: to() });
      expect([refused.status, refused.json.code]).toEqual([403, code]);
    }
  });

  it('says when more can be sent once the day’s are, and does not keep that answer', async () => {
    const { ask, tenant } = await program();
    const day = now().toISOString().slice(0, 10);
    await db.insert(requestDays).values({ partnerId: tenant.id, day, sent: 500 });
    const asked = { body: to(), headers: { 'MS-RequestId': randomUUID() } };
    const refused = await ask('POST', '/consentRequests', asked);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    await db.delete(requestDays).where(eq(requestDays.partnerId, tenant.id));
    expect((await ask('POST', '/consentRequests', asked)).status).toBe(201);
  });
});

describe('a request that a client sent', () => {
  /** Sent by copy, so that its link is known here. */
  async function sent() {
    const asking = await program();
    const { json } = await asking.ask('POST', '/consentRequests', { body: to({ delivery: 'copy' }) });
    return { ...asking, id: json.id as string, link: { requestId: json.id as string, token: tokenOf(json.mail.link) } };
  }

  it('is answered by the customer, who sees the client’s name; everybody who may send is told', async () => {
    const { ask, tenant, id, link } = await sent();
    const [agent, helper] = [await newPerson(tenant, 'sales_agent'), await newPerson(tenant, 'helpdesk_agent')];
    const { admin } = await newCustomer('Contoso');
    const view = await getInvitation(admin, link);
    expect(view).toMatchObject({ kind: 'ready', shown: { requester: { name: sender, email: null } } });
    expect(await acceptAs(admin, link)).toMatchObject({ ok: true });
    const { json } = await ask('GET', `/consentRequests/${id}`);
    expect(wholeRequest.strict().parse(json)).toEqual(json);
    expect(json).toMatchObject({ state: 'accepted', customerName: 'Contoso', customerId: admin.tenant.id });
    expect((await latestNotifications(agent, {})).latest).toMatchObject([
      { sentence: 'Contoso accepted your request.' },
    ]);
    expect((await latestNotifications(helper, {})).latest).toEqual([]);
  });

  it('is taken back once', async () => {
    const { ask, tenant, id, client } = await sent();
    const canceled = await ask('POST', `/consentRequests/${id}/cancel`);
    expect(canceled).toMatchObject({
      status: 200,
      json: { state: 'canceled', decidedBy: `API client ${client.name}` },
    });
    expect((await ask('POST', `/consentRequests/${id}/cancel`)).status).toBe(409);
    const life = await getRequest(await newPerson(tenant, 'sales_agent'), { id });
    expect(requestTimeline(life).at(-1)?.what).toBe(`${sender} took it back`);
  });

  it('is sent again with a new link; the old one is dead', async () => {
    const { ask, id } = await sent();
    const again = await ask('POST', `/consentRequests/${id}/resend`);
    expect(again).toMatchObject({ status: 201, json: { state: 'sent', delivery: 'mail', replacesId: id } });
    expect((await ask('GET', `/consentRequests/${id}`)).json).toMatchObject({
      state: 'superseded',
      replacedById: again.json.id,
    });
    const twice = await ask('POST', `/consentRequests/${id}/resend`, { body: { delivery: 'copy' } });
    expect(twice.status).toBe(409);
    expect(twice.json.description).toContain(again.json.id);
  });

  it('reads as canceled once the client is revoked, and people can neither take it back nor send it again', async () => {
    const { tenant, id, link, client } = await sent();
    const { admin } = await newCustomer();
    const person = await newPerson(tenant, 'admin_agent', 'global_admin');
    await revokeClient(person, { clientId: client.id });
    const life = await getRequest(person, { id });
    expect(life.state).toBe('canceled');
    expect(requestTimeline(life).at(-1)?.what).toBe(`${sender} was revoked, and the link with it`);
    expect((await getInvitation(admin, link)).kind).not.toBe('ready');
    const again = { requestId: id, newId: randomUUID(), delivery: 'mail' } as const;
    expect(await resendRequest(person, again)).toEqual({ ok: false, reason: 'closed' });
  });

  it('is people’s as well: they take it back, and it takes back theirs', async () => {
    const { ask, tenant, id } = await sent();
    const person = await newPerson(tenant, 'sales_agent');
    expect(await cancelRequest(person, { requestId: id })).toEqual({ ok: true });
    const theirs = await newRequest(person);
    const taken = await ask('POST', `/consentRequests/${theirs.requestId}/cancel`);
    const [row] = await db.select({ name: users.name }).from(users).where(eq(users.id, person.id));
    expect(taken.json).toMatchObject({ state: 'canceled', sentBy: row?.name, decidedBy: sender });
  });

  it('of another partner is not found', async () => {
    const { id } = await sent();
    const { ask } = await program();
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/cancel'],
      ['POST', '/resend'],
    ]) {
      const other = await ask(method ?? '', `/consentRequests/${id}${path}`);
      const nobody = await ask(method ?? '', `/consentRequests/${randomUUID()}${path}`);
      expect([other.status, other.text]).toEqual([404, nobody.text]);
    }
  });
});

describe('GET /consentRequests', () => {
  it('is read page by page, newest first, and back', async () => {
    const { ask } = await program();
    for (const organization of ['A', 'B', 'C', 'D', 'E']) {
      await ask('POST', '/consentRequests', { body: to({ organization }) });
    }
    const names = ({ json }: { json: { items: { organization: string }[] } }) =>
      json.items.map(({ organization }) => organization).join('');
    const first = await ask('GET', '/consentRequests?size=2');
    expect(collectionOf(listedRequest).strict().parse(first.json)).toEqual(first.json);
    expect([first.json.totalCount, names(first)]).toEqual([5, 'ED']);
    const seek = (way: string, token: string) =>
      ask('GET', `/consentRequests?size=2&seekOperation=${way}`, { headers: { 'MS-ContinuationToken': token } });
    // What comes meanwhile stands at the beginning, and moves nothing.
    await ask('POST', '/consentRequests', { body: to({ organization: 'F' }) });
    const second = await seek('Next', first.json.continuationToken);
    expect(names(second)).toBe('CB');
    expect(names(await seek('Previous', second.json.continuationToken))).toBe('ED');
    expect(names(await seek('next', second.json.continuationToken))).toBe('A');
    expect(names(await seek('Last', ''))).toBe('BA');
    expect(names(await ask('GET', '/consentRequests?size=2&seekOperation=PageIndex&index=2'))).toBe('DC');
  });

  it('is narrowed by state and by what is searched for', async () => {
    const { ask } = await program();
    const { json } = await ask('POST', '/consentRequests', { body: to({ organization: 'Contoso' }) });
    await ask('POST', `/consentRequests/${json.id}/cancel`);
    await ask('POST', '/consentRequests', { body: to({ organization: 'Wingtip' }) });
    const count = async (query: string) => (await ask('GET', `/consentRequests?${query}`)).json.totalCount;
    expect(await Promise.all(['state=Canceled', 'state=sent&search=wing', 'search=qqq'].map(count))).toEqual([1, 1, 0]);
    expect((await ask('GET', '/consentRequests?state=lost')).status).toBe(400);
  });

  it('refuses a token of another list', async () => {
    const { ask } = await program();
    const token = Buffer.from('{"first":{"name":"A"},"last":{"name":"B"}}').toString('base64url');
    const refused = await ask('GET', '/consentRequests', { headers: { 'MS-ContinuationToken': token } });
    expect([refused.status, refused.json.code]).toEqual([400, '800002']);
  });
});
