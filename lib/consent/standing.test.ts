import { and, eq, isNull } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consentRequests, consents, partnerLinks, receipts, standingLinks, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, now, setClock } from '@/lib/clock';
import { latestNotifications } from '@/lib/notifications/queries';
import { listCustomers } from '@/lib/partners/customer-queries';
import { customerListInput } from '@/lib/partners/customer-search';
import { mailsTo } from '@/lib/testing/mails';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { acceptStandingAs, newStandingLink } from '@/lib/testing/standing-links';
import { newConsent, newCustomer, newPartner, newPartnerLink, newPerson } from '@/lib/testing/tenants';
import { acceptStanding } from './accept-standing';
import { declineStanding } from './decline-standing';
import { getDecision } from './invitation-queries';
import { makeStandingLink } from './make-standing-link';
import { listRequests } from './queries';
import { requestSearch } from './request-search';
import { rotateStandingLink } from './rotate-standing-link';
import { findStanding, getStanding, listStandingLinks } from './standing-queries';

type Partner = Awaited<ReturnType<typeof newPartner>>;
let partner: Partner;
let customer: Awaited<ReturnType<typeof newCustomer>>;

beforeEach(async () => {
  partner = await newPartner('direct', 'admin_agent');
  customer = await newCustomer('Contoso');
});

const consentsOf = (customerId: string) =>
  db
    .select()
    .from(consents)
    .where(and(eq(consents.customerId, customerId), isNull(consents.revokedAt)));
const answersTo = (linkId: string) =>
  db.select().from(consentRequests).where(eq(consentRequests.standingLinkId, linkId));
const granted = (partnerId: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.partnerId, partnerId), eq(auditEvents.action, 'consent.granted')));
const customersOf = async (person: UserActor) =>
  (await listCustomers(person, customerListInput.parse({}))).rows.map(({ name }) => name);
const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence }) => sentence);
const newAnswer = () => ({ answerId: crypto.randomUUID() });

describe('a standing link', () => {
  it('is accepted by one customer after the other, each with a request, an event and a receipt of its own', async () => {
    const link = await newStandingLink(partner.actor);
    const second = await newCustomer('Tailspin');
    for (const { admin } of [customer, second])
      expect(await acceptStandingAs(admin, link.address())).toEqual({ ok: true, requestId: expect.any(String) });
    expect(await customersOf(partner.actor)).toEqual(['Contoso', 'Tailspin']);
    const [row] = (await answersTo(link.id)).filter(({ customerId }) => customerId === customer.tenant.id);
    expect(row).toMatchObject({
      state: 'accepted',
      delivery: 'standing',
      kind: 'reseller',
      recipientName: customer.admin.name,
      recipientOrganization: 'Contoso',
      createdBy: partner.actor.id,
      decidedBy: customer.admin.id,
      tokenHash: null,
    });
    expect(await consentsOf(customer.tenant.id)).toMatchObject([{ dap: false, requestId: row?.id }]);
    expect(await granted(partner.tenant.id)).toHaveLength(2);
    expect(await db.select().from(receipts).where(eq(receipts.tenantId, partner.tenant.id))).toHaveLength(2);
    expect(await told(partner.actor)).toEqual(['Tailspin accepted your request.', 'Contoso accepted your request.']);
    const mails = await mailsTo(partner.actor.email);
    expect(mails.map(({ links }) => links.length)).toEqual([1, 1]);
    expect(mails[0]?.textBody).toContain('by your standing link');
    expect(await getDecision(customer.admin, { requestId: row?.id ?? '' })).toMatchObject({
      accepted: true,
      standing: true,
    });
  });

  it('shows the partner who answered by name, and no address', async () => {
    const link = await newStandingLink(partner.actor);
    await acceptStandingAs(customer.admin, link.address());
    const { rows } = await listRequests(partner.actor, requestSearch.parse({}));
    expect(rows).toMatchObject([{ state: 'accepted', recipientName: customer.admin.name, decidedFor: 'Contoso' }]);
    expect(JSON.stringify(rows)).not.toContain(customer.admin.email);
  });

  it.each([
    ['true', true, true],
    ['true', false, false],
    ['false', true, false],
  ] as const)('asks for delegated administration: %s, left ticked: %s, granted: %s', async (asked, ticked, dap) => {
    const link = await newStandingLink(partner.actor);
    await acceptStandingAs(customer.admin, link.address(asked === 'true'), ticked);
    expect(await consentsOf(customer.tenant.id)).toMatchObject([{ dap }]);
  });

  it('of an indirect reseller authorises reseller and provider at once', async () => {
    const provider = await newPartner('indirect_provider', 'admin_agent');
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    await newPartnerLink(provider.tenant, reseller.tenant);
    const link = await newStandingLink(reseller.actor, provider.tenant.id);
    expect(link.address()).toMatchObject({ partnerId: provider.tenant.id, indirectCSPId: reseller.tenant.id });
    expect(await acceptStandingAs(customer.admin, link.address())).toMatchObject({ ok: true });
    expect(await consentsOf(customer.tenant.id)).toMatchObject([
      { kind: 'indirect_reseller', partnerId: reseller.tenant.id, providerId: provider.tenant.id },
    ]);
    for (const { actor } of [reseller, provider]) expect(await customersOf(actor)).toEqual(['Contoso']);
  });

  it('of a manufacturer takes a cloud-native administrator, and gives no delegated administration', async () => {
    const oem = await newPartner('oem', 'admin_agent');
    const link = await newStandingLink(oem.actor);
    const elsewhere = { ...customer.admin, email: 'admin@contoso.example' };
    expect(await acceptStandingAs(elsewhere, link.address())).toEqual({ ok: false, reason: 'cloud_account_required' });
    expect(await acceptStandingAs(customer.admin, link.address(), true)).toMatchObject({ ok: true });
    expect(await consentsOf(customer.tenant.id)).toMatchObject([{ kind: 'oem', dap: false }]);
  });

  it('tells everybody who may send once its maker has no account any more', async () => {
    const link = await newStandingLink(partner.actor);
    const sales = await newPerson(partner.tenant, 'sales_agent');
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, partner.actor.id));
    expect(await acceptStandingAs(customer.admin, link.address())).toMatchObject({ ok: true });
    expect(await told(sales)).toEqual(['Contoso accepted your request.']);
    expect(await mailsTo(partner.actor.email)).toEqual([]);
  });
});

describe('ten administrators at once', () => {
  it.each([
    ['grant once', false],
    ['widen once', true],
  ])('%s; the others are told that it is done', async (_what, held) => {
    if (held) await newConsent(customer, partner.tenant);
    const link = await newStandingLink(partner.actor);
    const others = await Promise.all(Array.from({ length: 9 }, () => newPerson(customer.tenant, 'global_admin')));
    const people = [customer.admin, ...others];
    const address = link.address(held);
    const pages = await Promise.all(people.map((person) => getStanding(person, { address })));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => {
        const page = pages[at % people.length];
        const shown = page?.kind === 'ready' ? page.hash : '';
        return acceptStanding(people[at % people.length] ?? null, { address, shown, yes: true, dap: held });
      }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 49 }, () => ({ ok: false, reason: 'already_granted' })),
    );
    expect(await consentsOf(customer.tenant.id)).toMatchObject([{ dap: held }]);
    expect(await answersTo(link.id)).toHaveLength(1);
    expect(await granted(partner.tenant.id)).toHaveLength(1);
    expect(await mailsTo(partner.actor.email)).toHaveLength(1);
  });

  it('half by the standing link and half by a personal one make one consent', async () => {
    const standing = await newStandingLink(partner.actor);
    const personal = await newRequest(partner.actor);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        at % 2 ? acceptStandingAs(customer.admin, standing.address()) : acceptAs(customer.admin, personal),
      ),
    );
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await consentsOf(customer.tenant.id)).toHaveLength(1);
  });
});

describe('what is held already', () => {
  it('is said instead of asked', async () => {
    const link = await newStandingLink(partner.actor);
    await acceptStandingAs(customer.admin, link.address());
    expect(await getStanding(customer.admin, { address: link.address() })).toMatchObject({ kind: 'already_granted' });
    expect(await acceptStandingAs(customer.admin, link.address())).toEqual({ ok: false, reason: 'already_granted' });
    expect(await getStanding(customer.admin, { address: link.address(true) })).toMatchObject({ kind: 'ready' });
    expect(await acceptStandingAs(customer.admin, link.address(true), false)).toMatchObject({
      reason: 'already_granted',
    });
    expect(await acceptStandingAs(customer.admin, link.address(true), true)).toMatchObject({ ok: true });
    expect(await consentsOf(customer.tenant.id)).toMatchObject([{ dap: true }]);
  });

  it('is asked anew once it ended, and where another provider is named', async () => {
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const [first, second] = [await newPartner('indirect_provider'), await newPartner('indirect_provider')];
    for (const { tenant } of [first, second]) await newPartnerLink(tenant, reseller.tenant);
    const links = [
      await newStandingLink(reseller.actor, first.tenant.id),
      await newStandingLink(reseller.actor, second.tenant.id),
    ];
    for (const link of links)
      expect(await acceptStandingAs(customer.admin, link.address())).toMatchObject({ ok: true });
    expect(await consentsOf(customer.tenant.id)).toMatchObject([{ providerId: second.tenant.id }]);
    await db.update(consents).set({ revokedAt: now() }).where(eq(consents.customerId, customer.tenant.id));
    expect(await getStanding(customer.admin, { address: links[1]?.address() ?? {} })).toMatchObject({ kind: 'ready' });
  });

  it('changed meanwhile is shown again', async () => {
    const link = await newStandingLink(partner.actor);
    const address = link.address(true);
    const page = await getStanding(customer.admin, { address });
    await newConsent(customer, partner.tenant);
    const shown = page.kind === 'ready' ? page.hash : '';
    const answer = await acceptStanding(customer.admin, { address, shown, yes: true, dap: true });
    expect(answer).toEqual({ ok: false, reason: 'changed' });
    expect(await answersTo(link.id)).toEqual([]);
  });
});

describe('declining', () => {
  it('is told with its reason once per page, and the link works on', async () => {
    const link = await newStandingLink(partner.actor);
    const given = { address: link.address(true), ...newAnswer(), reason: 'Not this year.' };
    expect(await declineStanding(customer.admin, given)).toEqual({ ok: true, requestId: given.answerId });
    expect(await declineStanding(customer.admin, given)).toMatchObject({ ok: false, reason: 'already_declined' });
    expect(await answersTo(link.id)).toMatchObject([
      { state: 'declined', declineReason: 'Not this year.', dap: true, decidedBy: customer.admin.id },
    ]);
    const mails = await mailsTo(partner.actor.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.textBody).not.toContain('Not this year.');
    expect(mails[0]?.textBody).toContain('Your standing link works on.');
    expect(await acceptStandingAs(customer.admin, link.address())).toMatchObject({ ok: true });
  });

  it('is told once a day for each organization, however often somebody presses', async () => {
    const address = (await newStandingLink(partner.actor)).address();
    const colleague = await newPerson(customer.tenant, 'global_admin');
    const second = await newCustomer('Tailspin');
    const people = [customer.admin, colleague, customer.admin, second.admin];
    await Promise.all(people.map((person) => declineStanding(person, { address, ...newAnswer() })));
    expect((await listStandingLinks(partner.actor, {})).places).toMatchObject([{ link: { declined: 4 } }]);
    expect((await told(partner.actor)).sort()).toEqual([
      'Contoso declined your request.',
      'Tailspin declined your request.',
    ]);
    setClock(() => later(new Date(), days(1)));
    await declineStanding(colleague, { address, ...newAnswer() }).finally(() => setClock());
    expect(await told(partner.actor)).toHaveLength(3);
    expect(await mailsTo(partner.actor.email)).toHaveLength(3);
  });

  it('cannot take over an answer of somebody else', async () => {
    const link = await newStandingLink(partner.actor);
    const given = { address: link.address(), ...newAnswer() };
    await declineStanding(customer.admin, given);
    const stranger = await newCustomer();
    expect(await declineStanding(stranger.admin, given)).toMatchObject({ ok: false });
    await expect(getDecision(stranger.admin, { requestId: given.answerId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('who cannot answer', () => {
  it('other roles, the partner itself, visitors', async () => {
    const address = (await newStandingLink(partner.actor)).address();
    const user = await newPerson(customer.tenant, 'user');
    const owner = await newPerson(partner.tenant, 'global_admin');
    const answer = { address, shown: '', yes: true, dap: false } as const;
    await expect(acceptStanding(user, answer)).rejects.toMatchObject({ code: 'denied' });
    await expect(acceptStanding(null, answer)).rejects.toMatchObject({ code: 'signed_out' });
    expect(await acceptStanding(owner, answer)).toEqual({ ok: false, reason: 'own_organization' });
    expect(await getStanding(user, { address })).toMatchObject({
      kind: 'permission_required',
      administrators: [customer.admin.name],
    });
    expect(await getStanding(owner, { address })).toMatchObject({ kind: 'own_organization' });
  });
});

describe('an address that leads nowhere', () => {
  it('has a part that is not the link’s', async () => {
    const other = await newPartner('direct', 'admin_agent');
    const provider = await newPartner('indirect_provider');
    const good = (await newStandingLink(partner.actor)).address();
    const theirs = (await newStandingLink(other.actor)).address();
    const reseller = { invType: 'IndirectResellerRelationship', partnerId: provider.tenant.id } as const;
    for (const address of [
      { ...good, partnerId: other.tenant.id },
      { ...good, msppId: theirs.msppId },
      { ...good, msppId: 'A'.repeat(43) },
      { ...good, invType: 'DeviceManufacturerRelationship' as const },
      { ...good, ...reseller, indirectCSPId: partner.tenant.id },
    ]) {
      const unknown = { kind: 'dead', why: 'unknown', partnerName: null };
      expect(await findStanding(null, { address })).toMatchObject(unknown);
      expect(await getStanding(customer.admin, { address })).toMatchObject(unknown);
      const answer = { address, shown: '', yes: true, dap: false } as const;
      expect(await acceptStanding(customer.admin, answer)).toEqual({ ok: false, reason: 'dead', why: 'unknown' });
    }
    for (const address of [undefined, null, 'x', [], { partnerId: ['a', 'b'] }])
      expect(await findStanding(null, { address } as never)).toMatchObject({ why: 'unknown' });
  });

  it('names a provider that the reseller has parted from', async () => {
    const provider = await newPartner('indirect_provider');
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const tie = await newPartnerLink(provider.tenant, reseller.tenant);
    const address = (await newStandingLink(reseller.actor, provider.tenant.id)).address();
    await db.update(partnerLinks).set({ endedAt: now() }).where(eq(partnerLinks.id, tie));
    expect(await findStanding(null, { address })).toMatchObject({ why: 'withdrawn', standing: true });
    expect(await acceptStandingAs(customer.admin, address)).toMatchObject({ why: 'withdrawn' });
  });
});

describe('making and replacing', () => {
  const linksOf = (partnerId: string) => db.select().from(standingLinks).where(eq(standingLinks.partnerId, partnerId));

  it('makes one, however many press at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => makeStandingLink(partner.actor, {})));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 9 }, () => ({ ok: false, reason: 'already_made' })),
    );
    expect(await linksOf(partner.tenant.id)).toMatchObject([{ kind: 'reseller', createdBy: partner.actor.id }]);
  });

  it('makes one per provider for an indirect reseller, and none for anybody else’s', async () => {
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const [first, second, stranger] = [
      await newPartner('indirect_provider'),
      await newPartner('indirect_provider'),
      await newPartner('indirect_provider'),
    ];
    for (const { tenant } of [first, second]) await newPartnerLink(tenant, reseller.tenant);
    const make = (providerId?: string) => makeStandingLink(reseller.actor, { providerId });
    expect(await make(first.tenant.id)).toEqual({ ok: true });
    expect(await make(second.tenant.id)).toEqual({ ok: true });
    expect(await make(first.tenant.id)).toEqual({ ok: false, reason: 'already_made' });
    for (const id of [stranger.tenant.id, undefined])
      expect(await make(id)).toEqual({ ok: false, reason: 'no_provider' });
    const { places } = await listStandingLinks(reseller.actor, {});
    expect(places.map(({ provider, link }) => [provider?.id, link !== null]).sort()).toEqual(
      [
        [first.tenant.id, true],
        [second.tenant.id, true],
      ].sort(),
    );
  });

  it('makes none for an indirect provider', async () => {
    const { actor } = await newPartner('indirect_provider', 'admin_agent');
    expect(await makeStandingLink(actor, {})).toEqual({ ok: false, reason: 'cannot_send' });
    expect(await listStandingLinks(actor, {})).toEqual({ kind: null, places: [] });
  });

  it('replaces the old one at once, and counts answers by link', async () => {
    const link = await newStandingLink(partner.actor);
    await acceptStandingAs(customer.admin, link.address());
    expect((await listStandingLinks(partner.actor, {})).places).toMatchObject([
      { provider: null, link: { accepted: 1, declined: 0, madeBy: partner.actor.name } },
    ]);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => rotateStandingLink(partner.actor, { linkId: link.id })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [place] = (await listStandingLinks(partner.actor, {})).places;
    expect(place?.link).toMatchObject({ accepted: 0 });
    expect(place?.link?.code).not.toBe(link.code);
    const second = await newCustomer();
    expect(await findStanding(null, { address: link.address() })).toMatchObject({
      why: 'replaced',
      partnerName: partner.tenant.name,
    });
    expect(await acceptStandingAs(second.admin, link.address())).toEqual({
      ok: false,
      reason: 'dead',
      why: 'replaced',
    });
    expect(await acceptStandingAs(second.admin, { ...link.address(), msppId: place?.link?.code ?? '' })).toMatchObject({
      ok: true,
    });
    expect(await consentsOf(customer.tenant.id)).toHaveLength(1);
  });

  it('leaves a manufacturer’s link to support', async () => {
    const oem = await newPartner('oem', 'admin_agent');
    const { id: linkId } = await newStandingLink(oem.actor);
    await expect(makeStandingLink(oem.actor, {})).rejects.toMatchObject({ code: 'denied' });
    await expect(rotateStandingLink(oem.actor, { linkId })).rejects.toMatchObject({ code: 'denied' });
  });

  it('grants nothing by an address that was replaced while the page was open', async () => {
    const link = await newStandingLink(partner.actor);
    const address = link.address();
    const page = await getStanding(customer.admin, { address });
    const shown = page.kind === 'ready' ? page.hash : '';
    const answers = await Promise.all([
      rotateStandingLink(partner.actor, { linkId: link.id }),
      acceptStanding(customer.admin, { address, shown, yes: true, dap: false }),
    ]);
    expect(answers[0]).toEqual({ ok: true });
    expect(await consentsOf(customer.tenant.id)).toHaveLength(answers[1].ok ? 1 : 0);
  });
});
