import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consents } from '@/db/schema';
import { getStanding } from '@/lib/consent/standing-queries';
import { newProgram } from '@/lib/testing/api-calls';
import { newStandingLink } from '@/lib/testing/standing-links';
import { newConsent, newCustomer, newPartner, newPartnerLink, newPerson } from '@/lib/testing/tenants';
import { collectionOf, customer, relationship, relationshipRequest, wholeCustomer } from './answer-schemas';
import { api } from './api';

type Given = Parameters<typeof newProgram>[1];
const program = (given?: Given) => newProgram((request) => api.fetch(request), given);

/** A direct partner's program, and its customers of these names. */
async function partnerOf(...names: string[]) {
  const asking = await program();
  const customers = [];
  for (const name of names) {
    const made = await newCustomer(name);
    customers.push({ ...made, consentId: await newConsent(made, asking.tenant, { dap: true }) });
  }
  return { ...asking, customers };
}

/** A provider's program, and a customer that it reaches by two resellers, and another by one of them. */
async function providerOf() {
  const asking = await program({ type: 'indirect_provider' });
  const resellers = [await newPartner('indirect_reseller'), await newPartner('indirect_reseller')];
  const both = await newCustomer('Both');
  for (const { tenant } of resellers) {
    await newPartnerLink(asking.tenant, tenant);
    await newConsent(both, tenant, { kind: 'indirect_reseller', providerId: asking.tenant.id });
  }
  const [first] = resellers;
  const one = await newCustomer('One');
  if (first) await newConsent(one, first.tenant, { kind: 'indirect_reseller', providerId: asking.tenant.id });
  return { ...asking, resellers, both, one };
}

type Item = { id: string; companyProfile: { companyName: string } };
const namesOf = ({ json }: { json: { items: Item[] } }) => json.items.map((item) => item.companyProfile.companyName);
const filter = (value: unknown) => encodeURIComponent(JSON.stringify(value));

describe('GET /customers', () => {
  it('is a collection as clients read it', async () => {
    const { ask } = await partnerOf('Contoso');
    const { status, json, headers } = await ask('GET', '/customers');
    expect([status, headers.get('Content-Type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(collectionOf(customer).strict().parse(json)).toEqual(json);
    expect(json).toMatchObject({ totalCount: 1, attributes: { objectType: 'Collection' } });
    expect(json.links.next).toBeUndefined();
    expect(json.items[0]).not.toHaveProperty('allowDelegatedAccess');
  });

  it.each(['Next', 'next', 'NEXT'])('goes on by the token and %s, and back again', async (seek) => {
    const { ask } = await partnerOf('A', 'B', 'C', 'D', 'E');
    const first = await ask('GET', '/customers?size=2');
    expect(namesOf(first)).toEqual(['A', 'B']);
    const { uri, headers: linked } = first.json.links.next;
    expect(uri).toBe('/customers?size=2&seekOperation=Next');
    expect(linked).toEqual([{ key: 'MS-ContinuationToken', value: first.json.continuationToken }]);
    const follow = (token: string, where = seek) =>
      ask('GET', `/customers?size=2&seekOperation=${where}`, { headers: { 'MS-ContinuationToken': token } });
    const second = await follow(first.json.continuationToken);
    expect(namesOf(second)).toEqual(['C', 'D']);
    const third = await follow(second.json.continuationToken);
    expect(namesOf(third)).toEqual(['E']);
    expect(third.json.links.next).toBeUndefined();
    const back = await follow(third.json.links.previous.headers[0].value, 'Previous');
    expect(namesOf(back)).toEqual(['C', 'D']);
    expect(namesOf(await follow('', 'Last'))).toEqual(['D', 'E']);
    expect(namesOf(await follow('', 'First'))).toEqual(['A', 'B']);
    expect(namesOf(await ask('GET', '/customers?size=2&seekOperation=PageIndex&index=2'))).toEqual(['C', 'D']);
  });

  it.each([
    [{ Field: 'CompanyName', Value: 'con', Operator: 'starts_with' }, ['Contoso', 'contra']],
    [{ field: 'companyName', value: 'CON', operator: 'StartsWith' }, ['Contoso', 'contra']],
    [{ FIELD: 'Domain', VALUE: 't', OPERATOR: 'STARTS_WITH' }, ['100% Wood', 'Contoso', 'contra']],
    [{ Field: 'CompanyName', Value: '100%', Operator: 'starts_with' }, ['100% Wood']],
    [{ Field: 'CompanyName', Value: '%', Operator: 'starts_with' }, []],
  ])('is narrowed by %j, with size 0 to all of them', async (asked, expected) => {
    const { ask } = await partnerOf('Contoso', '100% Wood', 'contra');
    expect(namesOf(await ask('GET', `/customers?size=0&filter=${filter(asked)}`))).toEqual(expected);
  });

  it.each([
    ['/customers?size=501', 'size'],
    ['/customers?size=x', 'size'],
    ['/customers?seekOperation=Sideways', 'seekOperation'],
    [`/customers?filter=${filter({ Field: 'Mood', Value: 'x', Operator: 'starts_with' })}`, 'filter'],
    [`/customers?filter=${filter({ Field: 'Domain', Value: 'x', Operator: 'sounds_like' })}`, 'filter'],
    ['/customers?filter=x', 'filter'],
  ])('refuses %s and names the field', async (path, field) => {
    const { status, json } = await (await program()).ask('GET', path);
    expect([status, json.code]).toEqual([400, '3000']);
    expect(json.description).toContain(field);
  });

  it('refuses a token that is none of its own', async () => {
    const { ask } = await program();
    for (const token of ['x', 'e30', 'W10', Buffer.from('{"name":1}').toString('base64url')]) {
      const refused = await ask('GET', '/customers?seekOperation=Next', { headers: { 'MS-ContinuationToken': token } });
      expect(refused.status).toBe(400);
    }
  });

  it('lists a customer of two resellers once, and by one of them where asked', async () => {
    const { ask, resellers, both } = await providerOf();
    expect(namesOf(await ask('GET', '/customers'))).toEqual(['Both', 'One']);
    const value = resellers[1]?.tenant.id;
    const through = { Field: 'IndirectReseller', Value: value, Operator: 'starts_with' };
    const found = await ask('GET', `/customers?filter=${filter(through)}`);
    expect(found.json.items.map(({ id }: Item) => id)).toContain(both.tenant.id);
  });

  it('loses a customer the moment its consent ends', async () => {
    const { ask, customers } = await partnerOf('Contoso', 'Wingtip');
    const [gone] = customers;
    await db
      .update(consents)
      .set({ revokedAt: new Date() })
      .where(eq(consents.id, gone?.consentId ?? ''));
    expect(namesOf(await ask('GET', '/customers'))).toEqual(['Wingtip']);
    const refused = await ask('GET', `/customers/${gone?.tenant.id}`);
    expect(refused).toMatchObject({ status: 403, json: { code: '20002' } });
  });
});

describe('GET /customers/{id}', () => {
  it('adds what a list does not say', async () => {
    const { ask, customers } = await partnerOf('Contoso');
    const id = customers[0]?.tenant.id ?? '';
    const { json } = await ask('GET', `/customers/${id.toUpperCase()}/`.replace(/\/$/, ''));
    expect(wholeCustomer.strict().parse(json)).toEqual(json);
    expect(json).toMatchObject({ id, allowDelegatedAccess: true, relationshipToPartner: 'reseller' });
    expect(json).not.toHaveProperty('associatedPartnerId');
  });

  it('names the reseller by whom a provider reaches it', async () => {
    const { ask, one, resellers } = await providerOf();
    const { json } = await ask('GET', `/customers/${one.tenant.id}`);
    expect(json.associatedPartnerId).toBe(resellers[0]?.tenant.id);
  });

  it('is told the same of another partner’s customer as of one that never was', async () => {
    const { ask } = await program();
    const { customers } = await partnerOf('Somebody else’s');
    const [other, random] = [
      await ask('GET', `/customers/${customers[0]?.tenant.id}`),
      await ask('GET', `/customers/${randomUUID()}`),
    ];
    expect(other.status).toBe(403);
    expect(other.text).toBe(random.text);
  });

  it.each(['x', '123', '%00'])('refuses %s', async (id) => {
    const { status, json } = await (await program()).ask('GET', `/customers/${id}`);
    expect([status, json.code]).toEqual([400, '900118']);
  });
});

describe('PATCH /customers/{id}', () => {
  it.each([
    { relationshipToPartner: 'none' },
    { RelationshipToPartner: 'None', AllowDelegatedAccess: null, Id: null, CompanyProfile: null },
  ])('with %j ends the relationship', async (body) => {
    const { ask, customers, client } = await partnerOf('Contoso');
    const id = customers[0]?.tenant.id ?? '';
    const ended = await ask('PATCH', `/customers/${id}`, { body });
    expect(ended).toMatchObject({ status: 200, json: { id, relationshipToPartner: 'none' } });
    expect((await ask('GET', `/customers/${id}`)).status).toBe(403);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.customerId, id));
    expect(events).toMatchObject([{ action: 'consent.ended', actorType: 'client', actorId: client.id }]);
  });

  it('gives delegated administration back and keeps the rest', async () => {
    const { ask, customers } = await partnerOf('Contoso');
    const path = `/customers/${customers[0]?.tenant.id}`;
    const changed = await ask('PATCH', path, { body: { allowDelegatedAccess: false } });
    expect(changed).toMatchObject({ status: 200, json: { allowDelegatedAccess: false } });
    expect((await ask('GET', path)).json.allowDelegatedAccess).toBe(false);
    expect((await ask('PATCH', path, { body: { allowDelegatedAccess: false } })).status).toBe(200);
    expect((await ask('PATCH', path, { body: { allowDelegatedAccess: true } })).status).toBe(400);
  });

  it('is not a provider’s to do about a reseller’s customer', async () => {
    const { ask, one } = await providerOf();
    const refused = await ask('PATCH', `/customers/${one.tenant.id}`, { body: { relationshipToPartner: 'none' } });
    expect(refused).toMatchObject({ status: 403, json: { code: '2032' } });
  });
});

describe('relationships', () => {
  it.each([
    'IsIndirectCloudSolutionProviderOf',
    'is_indirect_cloud_solution_provider_of',
    'ISINDIRECTCLOUDSOLUTIONPROVIDEROF',
  ])('of %s are the provider’s resellers', async (type) => {
    const { ask, resellers } = await providerOf();
    const { json } = await ask('GET', `/relationships?relationship_type=${type}`);
    expect(collectionOf(relationship).strict().parse(json)).toEqual(json);
    const ids = json.items.map(({ id }: Item) => id).sort();
    expect(ids).toEqual(resellers.map(({ tenant }) => tenant.id).sort());
  });

  it('are empty of the other sort and for a direct partner, and refused without one', async () => {
    const { ask } = await program();
    expect((await ask('GET', '/relationships?relationship_type=IsIndirectResellerOf')).json.items).toEqual([]);
    expect((await ask('GET', '/relationships?relationship_type=Other')).status).toBe(400);
    expect((await ask('GET', '/relationships')).status).toBe(400);
  });

  it('of a customer are its resellers', async () => {
    const { ask, both } = await providerOf();
    expect((await ask('GET', `/customers/${both.tenant.id}/relationships`)).json.totalCount).toBe(2);
  });

  it('are asked for by the standing link; without one, by nothing that leads nowhere', async () => {
    const { ask, tenant } = await program();
    const path = '/customers/relationshiprequests?dualRoleIndirectRelationship=false';
    const none = await ask('GET', path);
    expect([none.status, none.json.code]).toEqual([404, '1000']);
    expect(none.json.description).toContain('http://localhost:3000/partner/requests/standing-link');
    const link = await newStandingLink(await newPerson(tenant, 'admin_agent'));
    const { json } = await ask('GET', path);
    expect(relationshipRequest.strict().parse(json)).toEqual(json);
    const { pathname, searchParams, hash } = new URL(json.url);
    expect([pathname, hash]).toEqual(['/admin/partner-invitation', '#/BillingAccounts/partner-invitation']);
    const { admin } = await newCustomer();
    const address = Object.fromEntries(searchParams);
    expect(address).toMatchObject({ invType: 'ResellerRelationship', partnerId: tenant.id, DAP: 'false' });
    expect(link.partnerId).toBe(tenant.id);
    expect((await getStanding(admin, { address })).kind).toBe('ready');
  });

  it('are asked for by its resellers, where a partner is a provider', async () => {
    const { ask } = await program({ type: 'indirect_provider' });
    const refused = await ask('GET', '/customers/relationshiprequests');
    expect([refused.status, refused.json.code]).toEqual([403, '2032']);
    expect(refused.json.description).toContain('reseller');
  });
});

describe('a manufacturer', () => {
  it('has no link by which a customer would become its customer as a reseller’s', async () => {
    const { ask } = await program({ type: 'oem' });
    expect((await ask('GET', '/customers/relationshiprequests')).status).toBe(403);
    expect((await ask('GET', '/customers')).status).toBe(200);
  });
});

describe('neighbours that clients ask for', () => {
  it.each([
    ['managedservices', { items: [] }],
    ['agreements', { items: [] }],
    ['directoryRoles', { items: [{ name: 'Global administrator' }, { name: 'Helpdesk administrator' }] }],
  ])('%s', async (name, expected) => {
    const { ask, customers } = await partnerOf('Contoso');
    expect(await ask('GET', `/customers/${customers[0]?.tenant.id}/${name}`)).toMatchObject({
      status: 200,
      json: expected,
    });
  });
});
