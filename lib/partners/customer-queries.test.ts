import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { consents, partnerLinks } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { newConsent, newCustomer, newPartner, newPartnerLink } from '@/lib/testing/tenants';
import { exportCustomers, getCustomer, listCustomers } from './customer-queries';
import { customerListInput, customerSearch } from './customer-search';

const list = (actor: UserActor | null, search: Record<string, unknown> = {}) =>
  listCustomers(actor, customerListInput.parse(search));
const exported = (actor: UserActor, search: Record<string, unknown>, after?: string) =>
  exportCustomers(actor, { ...customerSearch.parse(search), after });
const names = async (actor: UserActor, search?: Record<string, unknown>) =>
  (await list(actor, search)).rows.map(({ name }) => name);

/** A direct partner with customers of these names, each consent a day older than the one before. */
async function partnerOf(...customers: string[]) {
  const partner = await newPartner('direct', 'admin_agent');
  const made = [];
  for (const [position, name] of customers.entries()) {
    const customer = await newCustomer(name);
    const grantedAt = new Date(now().getTime() - position * 86_400_000);
    made.push({ ...customer, consentId: await newConsent(customer, partner.tenant, { grantedAt }) });
  }
  return { ...partner, customers: made };
}

const revoke = (consentId: string) => db.update(consents).set({ revokedAt: now() }).where(eq(consents.id, consentId));

describe('the list of customers', () => {
  it('holds whoever gave consent, and nobody else', async () => {
    const { actor } = await partnerOf('Contoso', 'Wingtip');
    await partnerOf('Somebody else’s');
    await newCustomer('Nobody’s');
    expect(await names(actor)).toEqual(['Contoso', 'Wingtip']);
  });

  it('loses a customer the moment the consent ends', async () => {
    const { actor, customers } = await partnerOf('Contoso', 'Wingtip');
    await revoke(customers[0]?.consentId ?? '');
    expect(await names(actor)).toEqual(['Wingtip']);
  });

  it.each([
    ['company', ['alpha', 'Beta', 'gamma']],
    ['-company', ['gamma', 'Beta', 'alpha']],
    ['-since', ['Beta', 'gamma', 'alpha']],
    ['since', ['alpha', 'gamma', 'Beta']],
    ['nonsense', ['alpha', 'Beta', 'gamma']],
  ])('is sorted by %s without regard to case', async (sort, expected) => {
    const { actor } = await partnerOf('Beta', 'gamma', 'alpha');
    expect(await names(actor, { sort })).toEqual(expected);
  });

  it('is sorted by domain', async () => {
    const { actor } = await partnerOf('Beta', 'gamma', 'alpha');
    const domains = (await list(actor, { sort: '-domain' })).rows.map(({ domain }) => domain);
    expect(domains).toEqual([...domains].sort().reverse());
  });

  it.each([
    ['ONT', ['Contoso']],
    [' contoso ', ['Contoso']],
    ['onmicrosoft', ['100% Wood', 'Contoso', 'snake_case']],
    ['%', ['100% Wood']],
    ['_', ['snake_case']],
    ['\\', []],
    ["' or 1=1 --", []],
  ])('finds %j in names and domains', async (q, expected) => {
    const { actor } = await partnerOf('Contoso', '100% Wood', 'snake_case');
    expect(await names(actor, { q })).toEqual(expected);
  });

  it('has pages of 25; a page past the end is the last one', async () => {
    const { actor } = await partnerOf(
      ...Array.from({ length: 27 }, (_, at) => `Customer ${String(at).padStart(2, '0')}`),
    );
    expect(await list(actor)).toMatchObject({ total: 27, page: 1 });
    expect(await names(actor, { page: 2 })).toEqual(['Customer 25', 'Customer 26']);
    expect(await list(actor, { page: 99 })).toMatchObject({ page: 2, total: 27 });
    expect(await list(actor, { page: 'x' })).toMatchObject({ page: 1 });
  });

  it('is refused to customers, user administrators and visitors', async () => {
    const { admin } = await newCustomer();
    const { actor } = await newPartner('direct', 'user_admin');
    await expect(list(admin)).rejects.toMatchObject({ code: 'denied' });
    await expect(list(actor)).rejects.toMatchObject({ code: 'denied' });
    await expect(list(null)).rejects.toMatchObject({ code: 'signed_out' });
  });
});

/** Adatum sells under Northwind; its customer's consent names Northwind. */
async function indirect() {
  const provider = await newPartner('indirect_provider', 'admin_agent');
  const reseller = await newPartner('indirect_reseller', 'admin_agent');
  const linkId = await newPartnerLink(provider.tenant, reseller.tenant);
  const customer = await newCustomer('Wingtip');
  const given = { kind: 'indirect_reseller' as const, providerId: provider.tenant.id };
  const consentId = await newConsent(customer, reseller.tenant, given);
  return { provider, reseller, linkId, customer, consentId };
}

describe('implicit permission of an indirect provider', () => {
  it('comes from a linked reseller whose consent names the provider', async () => {
    const { provider, reseller } = await indirect();
    const { rows } = await list(provider.actor);
    expect(rows).toMatchObject([{ name: 'Wingtip', resellerName: reseller.tenant.name }]);
    expect((await list(reseller.actor)).rows).toMatchObject([{ name: 'Wingtip', resellerName: null }]);
  });

  it('ends with the link', async () => {
    const { provider, reseller, linkId, customer } = await indirect();
    await db.update(partnerLinks).set({ endedAt: now() }).where(eq(partnerLinks.id, linkId));
    expect(await names(provider.actor)).toEqual([]);
    await expect(getCustomer(provider.actor, { id: customer.tenant.id })).rejects.toMatchObject({ code: 'not_found' });
    expect(await names(reseller.actor)).toEqual(['Wingtip']);
  });

  it('ends with the consent', async () => {
    const { provider, consentId } = await indirect();
    await revoke(consentId);
    expect(await names(provider.actor)).toEqual([]);
  });

  it('is not had by another provider of the same reseller', async () => {
    const { reseller } = await indirect();
    const other = await newPartner('indirect_provider', 'admin_agent');
    await newPartnerLink(other.tenant, reseller.tenant);
    expect(await names(other.actor)).toEqual([]);
  });

  it('is searched and counted like any other', async () => {
    const { provider } = await indirect();
    expect(await list(provider.actor, { q: 'wing' })).toMatchObject({ total: 1 });
    expect(await list(provider.actor, { q: 'contoso' })).toMatchObject({ total: 0 });
  });
});

describe('a provider’s customers through one reseller', () => {
  it('are those, and only while the two are linked', async () => {
    const { provider, reseller, linkId } = await indirect();
    const second = await newPartner('indirect_reseller', 'admin_agent');
    await newPartnerLink(provider.tenant, second.tenant);
    const naming = { kind: 'indirect_reseller', providerId: provider.tenant.id } as const;
    await newConsent(await newCustomer('Contoso'), second.tenant, naming);
    const through = (id: string) => names(provider.actor, { reseller: id });
    expect(await names(provider.actor)).toEqual(['Contoso', 'Wingtip']);
    expect(await through(reseller.tenant.id)).toEqual(['Wingtip']);
    expect(await through(second.tenant.id)).toEqual(['Contoso']);
    expect(await through(uuidv7())).toEqual([]);
    expect(await through('nonsense')).toEqual(['Contoso', 'Wingtip']);
    const { rows } = await list(provider.actor, { reseller: second.tenant.id, q: 'wing' });
    expect(rows).toEqual([]);
    await db.update(partnerLinks).set({ endedAt: now() }).where(eq(partnerLinks.id, linkId));
    expect(await through(reseller.tenant.id)).toEqual([]);
  });

  it('are exported alike', async () => {
    const { provider, reseller } = await indirect();
    const rows = await exported(provider.actor, { reseller: reseller.tenant.id });
    expect(rows.map(({ name }) => name)).toEqual(['Wingtip']);
    expect(await exported(provider.actor, { reseller: uuidv7() })).toEqual([]);
  });

  it('is no question for other partners', async () => {
    const { reseller } = await indirect();
    expect(await names(reseller.actor, { reseller: uuidv7() })).toEqual(['Wingtip']);
  });
});

describe('one customer', () => {
  it('is shown with the consent that allows it', async () => {
    const { actor, customers } = await partnerOf('Contoso');
    const [{ tenant, admin, consentId }] = customers as [(typeof customers)[number]];
    expect(await getCustomer(actor, { id: tenant.id })).toEqual({
      id: tenant.id,
      holderId: actor.tenant.id,
      name: 'Contoso',
      domain: tenant.domain,
      country: 'US',
      kind: 'reseller',
      dap: false,
      since: expect.any(Date),
      grantedBy: admin.name,
      lastUsedAt: null,
      unused: false,
      ending: null,
      own: { consentId, requestId: null },
      providerName: null,
      resellerName: null,
    });
  });

  it('names the provider to the reseller and the reseller to the provider', async () => {
    const { provider, reseller, customer } = await indirect();
    const { id } = customer.tenant;
    expect(await getCustomer(provider.actor, { id })).toMatchObject({
      resellerName: reseller.tenant.name,
      providerName: null,
      own: null,
    });
    expect(await getCustomer(reseller.actor, { id })).toMatchObject({
      resellerName: null,
      providerName: provider.tenant.name,
    });
  });

  it('is not found when it is another partner’s, nobody’s or not there at all', async () => {
    const { actor } = await partnerOf('Contoso');
    const others = await partnerOf('Tailspin');
    const { tenant: nobodys } = await newCustomer();
    for (const id of [others.customers[0]?.tenant.id ?? '', nobodys.id, actor.tenant.id, uuidv7()]) {
      await expect(getCustomer(actor, { id })).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('is not found once the consent has ended', async () => {
    const { actor, customers } = await partnerOf('Contoso');
    const [{ tenant, consentId }] = customers as [(typeof customers)[number]];
    await revoke(consentId);
    await expect(getCustomer(actor, { id: tenant.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a consent that nobody used for 90 days', () => {
  it('is marked in the list and on the customer’s page', async () => {
    const { actor, customers } = await partnerOf('Contoso');
    const [{ tenant, consentId }] = customers as [(typeof customers)[number]];
    const marks = async () => [
      (await list(actor)).rows[0]?.unused,
      (await getCustomer(actor, { id: tenant.id })).unused,
    ];
    expect(await marks()).toEqual([false, false]);
    await db
      .update(consents)
      .set({ grantedAt: later(now(), -days(200)), lastUsedAt: later(now(), -days(90)) })
      .where(eq(consents.id, consentId));
    expect(await marks()).toEqual([true, true]);
  });
});

describe('an export', () => {
  it.each(['company', '-company', 'domain', '-since'])(
    'sorted by %s goes on after the row given last',
    async (sort) => {
      const { actor } = await partnerOf('Same', 'Same', 'Other', 'Zebra');
      const [first, ...rest] = await exported(actor, { sort });
      expect(await exported(actor, { sort }, first?.consentId)).toEqual(rest);
      expect(rest).toHaveLength(3);
      expect(await exported(actor, { sort }, rest[2]?.consentId)).toEqual([]);
    },
  );

  it('goes on after a row whose consent ended meanwhile, and holds only what matches', async () => {
    const { actor, customers } = await partnerOf('Alpha', 'Alps', 'Beta');
    await revoke(customers[0]?.consentId ?? '');
    const rest = await exported(actor, { q: 'al' }, customers[0]?.consentId);
    expect(rest.map(({ name }) => name)).toEqual(['Alps']);
  });

  it('cannot start at another partner’s row', async () => {
    const { actor } = await partnerOf('Contoso');
    const others = await partnerOf('Tailspin');
    const after = others.customers[0]?.consentId;
    await expect(exported(actor, {}, after)).rejects.toMatchObject({ code: 'not_found' });
  });
});
