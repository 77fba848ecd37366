import { beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '@/db';
import { mintTenantId, systemActor, type UserActor } from '@/lib/auth/actor';
import { setClock } from '@/lib/clock';
import { newCustomer, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { activityListInput } from './activity-search';
import { exportActivity, listActivity } from './queries';
import { type AuditSubject, recordEvent } from './record';

const record = (action: string, actor: UserActor | null | 'system', subject: AuditSubject = {}) =>
  transaction(() => recordEvent(action, actor === 'system' ? systemActor('test') : actor, subject));
const search = (given: Record<string, string> = {}) => activityListInput.parse(given);
/** What a person's log shows: the actions, latest first. */
const logOf = async (actor: UserActor, given: Record<string, string> = {}) =>
  (await listActivity(actor, search(given))).rows.map(({ action }) => action);

const story = async () => {
  const fabrikam = await newPartner('direct', 'admin_agent');
  const contoso = await newCustomer();
  const tailspin = await newCustomer();
  const partnerId = fabrikam.tenant.id;
  const agent = { ...fabrikam.actor, name: 'Ada Agent' };
  const admin = { ...contoso.admin, name: 'Zoë 100%_\\ Admin' };
  await record('session.started', agent);
  await record('session.started', admin);
  await record('consent_request.sent', agent, { partnerId, detail: { recipient: 'zoe@contoso.example' } });
  await record('consent.granted', admin, {
    partnerId,
    customerId: contoso.tenant.id,
    detail: { dap: true, shown: { person: { name: 'Zoë', email: 'zoe@contoso.example' } } },
  });
  await record('devices.registered', 'system', { partnerId, customerId: contoso.tenant.id });
  await record('consent.granted', tailspin.admin, { partnerId, customerId: tailspin.tenant.id });
  return { fabrikam, contoso, tailspin, agent, admin };
};
let told: Awaited<ReturnType<typeof story>>;
beforeAll(async () => {
  told = await story();
});

describe('who sees what', () => {
  it('a partner sees what its people did and what concerns it', async () => {
    expect(await logOf(told.agent)).toEqual([
      'consent.granted',
      'consent.granted',
      'consent_request.sent',
      'session.started',
    ]);
  });

  it('a customer sees what its people did and what concerns it, and nobody else’s sign-in', async () => {
    expect(await logOf(told.admin)).toEqual(['consent.granted', 'session.started']);
    expect(await logOf(told.tailspin.admin)).toEqual(['consent.granted']);
  });

  it('the operator sees everything', async () => {
    const supporter = await newPerson(await newTenant('operator'), 'support_agent');
    const { rows } = await listActivity(supporter, search());
    const theirs = rows.filter(({ partner, organization }) =>
      [partner, organization].some((name) => name === told.fabrikam.tenant.name || name === told.contoso.tenant.name),
    );
    expect(theirs).toHaveLength(5);
  });

  it('a partner sees what another partner did as its reseller or provider', async () => {
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const provider = await newPartner('indirect_provider', 'global_admin');
    await record('partner_link.authorized', reseller.actor, {
      partnerId: reseller.tenant.id,
      providerId: provider.tenant.id,
    });
    expect(await logOf(provider.actor)).toEqual(['partner_link.authorized']);
  });

  it('a stranger sees nothing of it', async () => {
    const stranger = await newPartner('direct', 'global_admin');
    expect(await listActivity(stranger.actor, search())).toEqual({
      rows: [],
      total: 0,
      more: false,
      page: 1,
      tooMany: null,
    });
    expect(await logOf(stranger.actor, { organization: told.contoso.tenant.name })).toEqual([]);
    expect(await logOf(stranger.actor, { person: 'ada' })).toEqual([]);
  });

  it('roles that do not answer for their organisation are refused', async () => {
    for (const [kind, role] of [
      ['partner', 'sales_agent'],
      ['partner', 'helpdesk_agent'],
      ['partner', 'user_admin'],
      ['customer', 'user'],
      ['customer', 'intune_admin'],
    ] as const) {
      const person = await newPerson(await newTenant(kind), role);
      await expect(listActivity(person, search())).rejects.toMatchObject({ code: 'denied' });
      await expect(exportActivity(person, search())).rejects.toMatchObject({ code: 'denied' });
    }
    await expect(listActivity(null, search())).rejects.toMatchObject({ code: 'signed_out' });
  });
});

describe('an event in the log', () => {
  it('names people and organisations', async () => {
    const { rows } = await listActivity(told.agent, search({ organization: told.contoso.tenant.name }));
    expect(rows[0]).toMatchObject({
      person: told.admin.name,
      organization: told.contoso.tenant.name,
      customer: told.contoso.tenant.name,
      partner: told.fabrikam.tenant.name,
      provider: null,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('of a job is the portal’s own', async () => {
    const { rows } = await listActivity(told.agent, search({ action: 'devices.registered' }));
    expect(rows[0]).toMatchObject({ person: 'Countersign', automatic: true, organization: null });
  });

  it('keeps people’s addresses within their organisation', async () => {
    const granted = async (actor: UserActor) =>
      (await listActivity(actor, search({ action: 'consent.granted' }))).rows.at(-1)?.detail;
    expect(await granted(told.agent)).toEqual({ dap: true, shown: { person: { name: 'Zoë' } } });
    expect(await granted(told.admin)).toEqual({
      dap: true,
      shown: { person: { name: 'Zoë', email: 'zoe@contoso.example' } },
    });
    const sent = await listActivity(told.agent, search({ action: 'consent_request.sent' }));
    expect(sent.rows[0]?.detail).toEqual({ recipient: 'zoe@contoso.example' });
  });
});

describe('searching the log', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['person, without regard to case', { person: 'ADA a' }, ['consent_request.sent', 'session.started']],
    ['person, letter for letter', { person: '100%_\\ a' }, ['consent.granted']],
    ['person, where % means itself', { person: '1%0' }, []],
    ['the portal itself', { person: 'countersign', steps: '1' }, ['devices.registered']],
    ['action', { action: 'session.started' }, ['session.started']],
    ['a step of something longer', { action: 'devices.registered' }, ['devices.registered']],
    ['an action that does not exist', { action: 'none.such' }, []],
    ['a day before it all', { to: '2020-01-01' }, []],
    ['a date that is none', { from: '2020-13-45', action: 'session.started' }, ['session.started']],
  ])('by %s', async (_what, given, actions) => {
    expect(await logOf(told.agent, given)).toEqual(actions);
  });

  it('by the other organisation, from either side', async () => {
    expect(await logOf(told.agent, { organization: told.contoso.tenant.name.slice(3).toUpperCase() })).toEqual([
      'consent.granted',
    ]);
    expect(await logOf(told.admin, { organization: told.fabrikam.tenant.name })).toEqual(['consent.granted']);
    expect(await logOf(told.admin, { organization: told.contoso.tenant.name })).toEqual([]);
    expect(await logOf(told.admin, { organization: told.tailspin.tenant.name })).toEqual([]);
  });

  it('by the other organisation in the operator’s log, each event once', async () => {
    const supporter = await newPerson(await newTenant('operator'), 'support_admin');
    expect(await logOf(supporter, { organization: told.tailspin.tenant.name })).toEqual(['consent.granted']);
    const both = await listActivity(supporter, search({ organization: 'customer', action: 'consent.granted' }));
    expect(new Set(both.rows.map(({ seq }) => seq)).size).toBe(both.rows.length);
  });

  it('by several organisations at once in a long log, each event once', async () => {
    const { actor, tenant } = await newPartner('indirect_reseller', 'admin_agent');
    const provider = await newTenant('partner', { partnerType: 'indirect_provider', name: `Twin ${tenant.id}` });
    const customer = await newTenant('customer', { name: `Other twin ${tenant.id}` });
    const shared = { partnerId: tenant.id, providerId: provider.id, customerId: customer.id };
    await transaction(async () => {
      await recordEvent('upload.failed', actor, shared);
      for (let i = 0; i < 500; i++) await recordEvent('session.started', actor, {});
      await recordEvent('upload.finished', actor, { ...shared, providerId: null });
      // In the log of one of them, and none of this partner's business.
      await recordEvent(
        'session.started',
        { ...actor, tenant: { ...actor.tenant, id: mintTenantId(customer.id) } },
        {},
      );
    });
    const found = await listActivity(actor, search({ organization: `twin ${tenant.id}` }));
    expect(found.rows.map(({ action }) => action)).toEqual(['upload.finished', 'upload.failed']);
    expect(found.total).toBe(2);
  });

  it('shows every step when asked', async () => {
    expect(await logOf(told.agent, { steps: '1' })).toContain('devices.registered');
  });

  it('by days in UTC, the first and the last included', async () => {
    const { actor } = await newPartner('direct', 'global_admin');
    for (const time of ['2026-03-01T23:59:59.999Z', '2026-03-02T00:00:00Z', '2026-03-03T23:59:59.999Z', '2026-03-04']) {
      setClock(() => new Date(time));
      await record('session.started', actor).finally(setClock);
    }
    const found = await listActivity(actor, search({ from: '2026-03-02', to: '2026-03-03' }));
    expect(found.rows.map(({ at }) => at.toISOString())).toEqual([
      '2026-03-03T23:59:59.999Z',
      '2026-03-02T00:00:00.000Z',
    ]);
  });

  it('by a name that fits too many says so', async () => {
    const { actor } = await newPartner('direct', 'global_admin');
    await transaction(async () => {
      for (let i = 0; i <= 100; i++) await recordEvent('session.started', { ...actor, name: `Twin ${i}` }, {});
    });
    expect(await listActivity(actor, search({ person: 'twin' }))).toMatchObject({ rows: [], tooMany: 'person' });
    expect(await listActivity(actor, search({ person: 'twin 7' }))).toMatchObject({ total: 11, tooMany: null });
  });
});

describe('paging and exporting the log', () => {
  it('shows all of it, latest first, in pages and in one piece', async () => {
    const { actor } = await newPartner('direct', 'global_admin');
    // All at one moment: only their numbers tell them apart.
    setClock(() => new Date('2026-03-01T00:00:00Z'));
    await transaction(async () => {
      for (let i = 0; i < 120; i++) await recordEvent('session.started', actor, { detail: { i } });
    }).finally(setClock);
    const seen = async (page: string) =>
      (await listActivity(actor, search({ page }))).rows.map(({ detail }) => detail.i);
    const all = Array.from({ length: 120 }, (_, i) => 119 - i);
    expect([...(await seen('1')), ...(await seen('2')), ...(await seen('3'))]).toEqual(all);
    expect(await listActivity(actor, search({ page: '9' }))).toMatchObject({ page: 3, total: 120, more: false });
    const first = await exportActivity(actor, search());
    expect(first.map(({ detail }) => detail.i)).toEqual(all);
    const rest = await exportActivity(actor, { ...search(), after: first[99] });
    expect(rest.map(({ detail }) => detail.i)).toEqual(all.slice(100));
  });
});
