import { and, asc, eq, like } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consents, jobs, mails, partnerLinks, providerInvitations, tenants, users } from '@/db/schema';
import { systemActor, type UserActor } from '@/lib/auth/actor';
import { days, later, now, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { invitationInput, newInvitation } from '@/lib/testing/invitations';
import { mailsTo } from '@/lib/testing/mails';
import { newConsent, newCustomer, newPartner, newPartnerLink, newPerson, newTenant } from '@/lib/testing/tenants';
import { acceptProvider } from './accept-provider';
import { cancelInvitation } from './cancel-invitation';
import { listCustomers } from './customer-queries';
import { customerListInput } from './customer-search';
import { declineProvider } from './decline-provider';
import { endPartnerLink } from './end-partner-link';
import { expireInvitation } from './expire-invitation';
import { listInvitations, readProviderInvitation } from './invitation-queries';
import { inviteReseller } from './invite-reseller';
import { listProviders, listResellers, resellerChoices } from './link-queries';
import { resellerListInput } from './reseller-search';

afterEach(() => setClock());

const eventsOf = (partnerId: string) =>
  db.select().from(auditEvents).where(eq(auditEvents.partnerId, partnerId)).orderBy(asc(auditEvents.id));
const actionsOf = async (partnerId: string) => (await eventsOf(partnerId)).map(({ action }) => action);
const stateOf = async (id: string) =>
  (await db.select().from(providerInvitations).where(eq(providerInvitations.id, id)))[0]?.state;
const customersOf = async (actor: UserActor) =>
  (await listCustomers(actor, customerListInput.parse({}))).rows.map(({ name }) => name);

/** Northwind's agent and owner, Adatum's owner and agent; no link between them. */
async function sides() {
  const provider = await newPartner('indirect_provider', 'admin_agent');
  const reseller = await newPartner('indirect_reseller', 'global_admin');
  return {
    provider: { ...provider, owner: await newPerson(provider.tenant, 'global_admin') },
    reseller: { ...reseller, agent: await newPerson(reseller.tenant, 'admin_agent') },
  };
}

/** What the decision page would post back for this person. */
async function shownTo(person: UserActor, token: string): Promise<string> {
  const page = await readProviderInvitation(person, { token });
  if (page.view !== 'decide') throw new Error(`the page is ${page.view}`);
  return page.shown;
}

const accept = async (person: UserActor, token: string) =>
  acceptProvider(person, { token, shown: await shownTo(person, token), yes: true });

async function linked() {
  const both = await sides();
  const { token, id } = await newInvitation(both.provider.actor);
  expect(await accept(both.reseller.actor, token)).toEqual({ ok: true, provider: both.provider.tenant.name });
  const [link] = await db.select().from(partnerLinks).where(eq(partnerLinks.invitationId, id));
  return { ...both, linkId: link?.id ?? '', invitationId: id, token };
}

describe('a provider invites a reseller', () => {
  it('by one mail with one link, whose token is kept as its hash only', async () => {
    const { provider } = await sides();
    const { id, mail, link, token } = await newInvitation(provider.actor);
    expect(link).toMatch(/^http:\/\/localhost:3000\/partner-invitation\/[A-Za-z0-9_-]{43}$/);
    expect(mail?.links).toEqual([link]);
    expect(mail?.subject).toBe(`${provider.tenant.name} asks to be your indirect provider`);
    for (const body of [mail?.textBody, mail?.htmlBody]) {
      expect(body).toContain('Ada Byron');
      expect(body?.match(/https?:\/\/[^\s"<]+/g)).toEqual([link]);
    }
    const [row] = await db.select().from(providerInvitations).where(eq(providerInvitations.id, id));
    expect(row).toMatchObject({ state: 'sent', resellerId: null, decidedBy: null });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(await eventsOf(provider.tenant.id))).not.toContain(token);
    expect(await actionsOf(provider.tenant.id)).toEqual(['provider_invitation.sent']);
  });

  it.each([
    [undefined, 14],
    [14, 14],
    [30, 30],
  ] as const)('for %s days the link works %i', async (expiresInDays, expected) => {
    const at = new Date('2026-05-01T10:00:00Z');
    setClock(() => at);
    const provider = await newPartner('indirect_provider', 'admin_agent');
    await newInvitation(provider.actor, { expiresInDays });
    const { rows } = await listInvitations(provider.actor, { page: 1 });
    expect(rows[0]?.expiresAt).toEqual(later(at, days(expected)));
  });

  it('once, however often the form is submitted', async () => {
    const { provider } = await sides();
    const input = invitationInput();
    const results = await Promise.all(Array.from({ length: 5 }, () => inviteReseller(provider.actor, input)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === 'already_sent')).toHaveLength(4);
    expect(await mailsTo(input.recipientEmail)).toHaveLength(1);
    expect(await stateOf(input.invitationId)).toBe('sent');
    expect(await actionsOf(provider.tenant.id)).toEqual(['provider_invitation.sent']);
  });

  it('again, and the link before is replaced', async () => {
    const { provider, reseller } = await sides();
    const first = await newInvitation(provider.actor);
    const second = await newInvitation(provider.actor, { recipientEmail: first.email });
    expect(await stateOf(first.id)).toBe('superseded');
    expect(await readProviderInvitation(reseller.actor, { token: first.token })).toMatchObject({
      view: 'dead',
      why: 'replaced',
    });
    expect(await readProviderInvitation(reseller.actor, { token: second.token })).toMatchObject({ view: 'decide' });
    const [, event] = await eventsOf(provider.tenant.id);
    expect(event?.detail).toMatchObject({ superseded: [first.id] });
  });

  it('but the form that sent it once sends nothing else', async () => {
    const { provider } = await sides();
    const first = await newInvitation(provider.actor);
    const others = await newPartner('indirect_provider', 'admin_agent');
    for (const actor of [provider.actor, others.actor]) {
      const again = inviteReseller(actor, invitationInput({ invitationId: first.id }));
      await expect(again).rejects.toMatchObject({ code: 'conflict' });
    }
  });

  it('but nobody of its own organization', async () => {
    const { provider } = await sides();
    const input = invitationInput({ recipientEmail: provider.owner.email });
    expect(await inviteReseller(provider.actor, input)).toEqual({ ok: false, reason: 'own_organization' });
    expect(await mailsTo(provider.owner.email)).toEqual([]);
  });

  it('and another provider’s invitation to the same address is left alone', async () => {
    const { provider } = await sides();
    const others = await newPartner('indirect_provider', 'admin_agent');
    const first = await newInvitation(others.actor);
    await newInvitation(provider.actor, { recipientEmail: first.email });
    expect(await stateOf(first.id)).toBe('sent');
  });

  it.each([
    ['a URL as the name', { recipientName: 'https://evil.example' }, 'recipientName'],
    ['a line break', { organization: 'Adatum\nBcc: all' }, 'organization'],
    ['U+202E', { organization: 'Adatum\u202e' }, 'organization'],
    ['200 characters', { recipientName: 'x'.repeat(200) }, 'recipientName'],
    ['markup', { organization: '<b>Adatum</b>' }, 'organization'],
    ['no address', { recipientEmail: 'adatum' }, 'recipientEmail'],
    ['nine days', { expiresInDays: 9 as never }, 'expiresInDays'],
  ])('%s is refused at its field', async (_what, given, field) => {
    const { provider } = await sides();
    const refused = inviteReseller(provider.actor, invitationInput(given));
    await expect(refused).rejects.toMatchObject({ code: 'invalid', fields: { [field]: expect.any(String) } });
  });

  it.each(['direct', 'indirect_reseller', 'oem'] as const)('which a partner of type %s is not', async (type) => {
    const { actor } = await newPartner(type, 'admin_agent');
    await expect(inviteReseller(actor, invitationInput())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('and its sales agent does not', async () => {
    const { actor } = await newPartner('indirect_provider', 'sales_agent');
    await expect(inviteReseller(actor, invitationInput())).rejects.toMatchObject({ code: 'denied' });
  });
});

describe('an invitation', () => {
  it('can be taken back, once', async () => {
    const { provider, reseller } = await sides();
    const { id, token } = await newInvitation(provider.actor);
    expect(await cancelInvitation(provider.owner, { invitationId: id })).toEqual({ ok: true });
    expect(await cancelInvitation(provider.owner, { invitationId: id })).toEqual({
      ok: false,
      reason: 'already_closed',
    });
    expect(await readProviderInvitation(reseller.actor, { token })).toMatchObject({
      view: 'dead',
      why: 'withdrawn',
    });
    expect(await actionsOf(provider.tenant.id)).toEqual(['provider_invitation.sent', 'provider_invitation.canceled']);
  });

  it('of another provider is as unknown as a random id', async () => {
    const { provider } = await sides();
    const others = await newPartner('indirect_provider', 'global_admin');
    const { id } = await newInvitation(provider.actor);
    for (const invitationId of [id, uuidv7()]) {
      await expect(cancelInvitation(others.actor, { invitationId })).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await stateOf(id)).toBe('sent');
    expect((await listInvitations(others.actor, { page: 1 })).rows).toEqual([]);
  });

  it('runs out, is noted by its job, and cannot be taken back any more', async () => {
    const { provider, reseller } = await sides();
    const { id, token, email } = await newInvitation(provider.actor);
    expect(await expireInvitation(systemActor('test'), { invitationId: id })).toEqual({
      ok: false,
      reason: 'nothing_due',
    });
    const after = later(now(), days(14) + 1);
    setClock(() => after);
    expect(await cancelInvitation(provider.actor, { invitationId: id })).toEqual({
      ok: false,
      reason: 'already_closed',
    });
    expect((await listInvitations(provider.actor, { page: 1 })).rows[0]?.state).toBe('expired');
    expect(await stateOf(id)).toBe('sent');
    await runUntilEmpty();
    expect(await stateOf(id)).toBe('expired');
    expect(await readProviderInvitation(reseller.actor, { token })).toMatchObject({ view: 'dead', why: 'expired' });
    expect(await actionsOf(provider.tenant.id)).toEqual(['provider_invitation.sent', 'provider_invitation.expired']);
    await newInvitation(provider.actor, { recipientEmail: email });
    expect(await readProviderInvitation(reseller.actor, { token })).toMatchObject({ view: 'dead', why: 'replaced' });
  });

  it('puts its expiry into the queue', async () => {
    const { provider } = await sides();
    const { id } = await newInvitation(provider.actor);
    const queued = await db.select().from(jobs).where(eq(jobs.kind, 'provider_invitation.expire'));
    expect(queued.filter(({ payload }) => payload.invitationId === id)).toHaveLength(1);
  });

  it('dies with the account of who sent it', async () => {
    const { provider, reseller } = await sides();
    const { token } = await newInvitation(provider.actor);
    const shown = await shownTo(reseller.actor, token);
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, provider.actor.id));
    expect(await acceptProvider(reseller.actor, { token, shown, yes: true })).toEqual({
      ok: false,
      reason: 'dead',
      why: 'withdrawn',
    });
  });
});

describe('the page behind the link', () => {
  it('names who asks, and says what it means', async () => {
    const { provider, reseller } = await sides();
    const { token } = await newInvitation(provider.actor);
    const page = await readProviderInvitation(reseller.actor, { token });
    expect(page).toMatchObject({
      view: 'decide',
      offer: {
        provider: { name: provider.tenant.name, domain: provider.tenant.domain, mpnId: provider.tenant.mpnId },
        reseller: { name: reseller.tenant.name, domain: reseller.tenant.domain },
        customers: 0,
      },
      terms: expect.any(Array),
    });
  });

  const unknown = { ok: false, reason: 'dead', why: 'unknown' };

  it.each([
    ['a made-up token', 'A'.repeat(43)],
    ['nonsense', '../../etc/passwd'],
    ['nothing', ''],
  ])('knows nothing of %s', async (_what, token) => {
    const { reseller } = await sides();
    expect(await readProviderInvitation(reseller.actor, { token })).toEqual({
      view: 'dead',
      why: 'unknown',
      asks: null,
    });
    expect(await acceptProvider(reseller.actor, { token, shown: '', yes: true })).toEqual(unknown);
    expect(await declineProvider(reseller.actor, { token })).toEqual(unknown);
  });

  it('tells who may decide to somebody of the reseller who may not; the link stays good', async () => {
    const { provider, reseller } = await sides();
    const { token } = await newInvitation(provider.actor);
    expect(await readProviderInvitation(reseller.agent, { token })).toMatchObject({
      view: 'permission',
      administrators: [reseller.actor.name],
    });
    const refused = acceptProvider(reseller.agent, { token, shown: '', yes: true });
    await expect(refused).rejects.toMatchObject({ code: 'denied' });
    expect(await accept(reseller.actor, token)).toMatchObject({ ok: true });
  });

  it.each(['direct', 'indirect_provider', 'oem'] as const)('is not for a partner of type %s', async (type) => {
    const { provider, reseller } = await sides();
    const { token } = await newInvitation(provider.actor);
    const { actor } = await newPartner(type, 'global_admin');
    expect(await readProviderInvitation(actor, { token })).toMatchObject({ view: 'wrong_organization' });
    for (const decide of [acceptProvider, declineProvider]) {
      expect(await decide(actor, { token, shown: '', yes: true })).toEqual({ ok: false, reason: 'wrong_organization' });
    }
    expect(await accept(reseller.actor, token)).toMatchObject({ ok: true });
  });

  it.each(['account', 'domain'] as const)('is for the reseller whose %s the address is, and no other', async (by) => {
    const { provider, reseller } = await sides();
    const recipientEmail = by === 'account' ? reseller.agent.email : `sales@${reseller.tenant.domain}`;
    const { token } = await newInvitation(provider.actor, { recipientEmail });
    const others = await newPartner('indirect_reseller', 'global_admin');
    expect(await readProviderInvitation(others.actor, { token })).toEqual({
      view: 'wrong_organization',
      provider: provider.tenant.name,
      organization: 'Adatum',
    });
    for (const decide of [acceptProvider, declineProvider]) {
      const input = { token, shown: '', yes: true } as const;
      expect(await decide(others.actor, input)).toEqual({ ok: false, reason: 'wrong_organization' });
    }
    expect(await accept(reseller.actor, token)).toMatchObject({ ok: true });
  });

  it('is not for customers, and shown to nobody who has not signed in', async () => {
    const { provider } = await sides();
    const { token } = await newInvitation(provider.actor);
    const { admin } = await newCustomer();
    expect(await readProviderInvitation(admin, { token })).toMatchObject({ view: 'wrong_organization' });
    await expect(acceptProvider(admin, { token, shown: '', yes: true })).rejects.toMatchObject({ code: 'denied' });
    await expect(readProviderInvitation(null, { token })).rejects.toMatchObject({ code: 'signed_out' });
    await expect(acceptProvider(null, { token, shown: '', yes: true })).rejects.toMatchObject({ code: 'signed_out' });
  });

  it('changes nothing, however often it is opened', async () => {
    const { provider, reseller } = await sides();
    const { id, token } = await newInvitation(provider.actor);
    const before = await db.select().from(providerInvitations).where(eq(providerInvitations.id, id));
    for (let opened = 0; opened < 20; opened++) await readProviderInvitation(reseller.actor, { token });
    expect(await db.select().from(providerInvitations).where(eq(providerInvitations.id, id))).toEqual(before);
    expect(await eventsOf(reseller.tenant.id)).toEqual([]);
    expect(await actionsOf(provider.tenant.id)).toEqual(['provider_invitation.sent']);
  });
});

describe('a reseller authorises its provider', () => {
  it('and both sides are told', async () => {
    const { provider, reseller, linkId, invitationId } = await linked();
    const subject = `${reseller.tenant.name} authorized ${provider.tenant.name}`;
    for (const { email } of [provider.actor, reseller.actor, reseller.agent]) {
      expect((await mailsTo(email)).map((mail) => mail.subject)).toEqual([subject]);
    }
    expect(await mailsTo(provider.owner.email)).toEqual([]);
    expect(await stateOf(invitationId)).toBe('accepted');
    const [event, ...more] = await eventsOf(reseller.tenant.id);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      action: 'partner_link.authorized',
      subjectId: linkId,
      actorId: reseller.actor.id,
      providerId: provider.tenant.id,
      detail: { counterpartName: provider.tenant.name, invitationId },
    });
    expect(event?.detail.shown).toContain(provider.tenant.domain);
  });

  it('and both see it on their pages', async () => {
    const { provider, reseller, linkId } = await linked();
    const { rows, total } = await listResellers(provider.actor, resellerListInput.parse({}));
    expect(total).toBe(1);
    expect(rows).toMatchObject([{ linkId, id: reseller.tenant.id, mpnId: reseller.tenant.mpnId, customers: 0 }]);
    expect(await listProviders(reseller.agent, {})).toMatchObject([
      { linkId, id: provider.tenant.id, authorizedBy: reseller.actor.name, customers: 0 },
    ]);
    expect((await listInvitations(provider.actor, { page: 1 })).rows).toMatchObject([
      { state: 'accepted', decidedFor: reseller.tenant.name },
    ]);
  });

  it('only with “Yes” ticked', async () => {
    const { provider, reseller } = await sides();
    const { id, token } = await newInvitation(provider.actor);
    const shown = await shownTo(reseller.actor, token);
    const refused = acceptProvider(reseller.actor, { token, shown, yes: false as never });
    await expect(refused).rejects.toMatchObject({ code: 'invalid', fields: { yes: expect.stringContaining('Yes') } });
    expect(await stateOf(id)).toBe('sent');
  });

  it.each([
    [
      'the provider’s name',
      (provider: string) => db.update(tenants).set({ name: 'Somebody else' }).where(eq(tenants.id, provider)),
    ],
    [
      'its domain',
      (provider: string) =>
        db
          .update(tenants)
          .set({ domain: `${uuidv7()}.example` })
          .where(eq(tenants.id, provider)),
    ],
    ['its MPN id', (provider: string) => db.update(tenants).set({ mpnId: '1' }).where(eq(tenants.id, provider))],
  ])('only as it was shown: %s changed meanwhile', async (_what, change) => {
    const { provider, reseller } = await sides();
    const { id, token } = await newInvitation(provider.actor);
    const shown = await shownTo(reseller.actor, token);
    await change(provider.tenant.id);
    const input = { token, shown, yes: true } as const;
    expect(await acceptProvider(reseller.actor, input)).toEqual({ ok: false, reason: 'changed' });
    expect(await stateOf(id)).toBe('sent');
    expect(await accept(reseller.actor, token)).toMatchObject({ ok: true });
  });

  it('is shown again when a customer came to name the provider meanwhile', async () => {
    const { provider, reseller } = await sides();
    const { token } = await newInvitation(provider.actor);
    const shown = await shownTo(reseller.actor, token);
    const given = { kind: 'indirect_reseller', providerId: provider.tenant.id } as const;
    await newConsent(await newCustomer(), reseller.tenant, given);
    expect(await acceptProvider(reseller.actor, { token, shown, yes: true })).toEqual({ ok: false, reason: 'changed' });
    const page = await readProviderInvitation(reseller.actor, { token });
    expect(page).toMatchObject({ view: 'decide', offer: { customers: 1 } });
  });

  it('of whom 50 decide at once: one link, one event, one mail for each who is told', async () => {
    const { provider, reseller } = await sides();
    const { id, token } = await newInvitation(provider.actor);
    const people = [reseller.actor, await newPerson(reseller.tenant, 'global_admin')];
    const shown = await Promise.all(people.map((person) => shownTo(person, token)));
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        acceptProvider(people[at % 2] ?? null, { token, shown: shown[at % 2] ?? '', yes: true }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === 'dead' && result.why === 'used')).toHaveLength(
      49,
    );
    expect(await db.select().from(partnerLinks).where(eq(partnerLinks.invitationId, id))).toHaveLength(1);
    expect(await actionsOf(reseller.tenant.id)).toEqual(['partner_link.authorized']);
    expect(await mailsTo(provider.actor.email)).toHaveLength(1);
    for (const { email } of [...people, reseller.agent]) expect(await mailsTo(email)).toHaveLength(1);
  });

  it('or declines at the same moment: one of the two', async () => {
    const { provider, reseller } = await sides();
    const { token } = await newInvitation(provider.actor);
    const shown = await shownTo(reseller.actor, token);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        at % 2
          ? acceptProvider(reseller.actor, { token, shown, yes: true })
          : declineProvider(reseller.actor, { token }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await eventsOf(reseller.tenant.id)).toHaveLength(1);
  });

  it('but not twice: a second invitation finds them linked and stays open', async () => {
    const { provider, reseller } = await linked();
    const { id, token } = await newInvitation(provider.actor);
    expect(await readProviderInvitation(reseller.actor, { token })).toMatchObject({ view: 'linked' });
    expect(await acceptProvider(reseller.actor, { token, shown: '', yes: true })).toEqual({
      ok: false,
      reason: 'already_linked',
    });
    expect(await stateOf(id)).toBe('sent');
  });

  it('by two links at once: one link between them', async () => {
    const { provider, reseller } = await sides();
    const first = await newInvitation(provider.actor);
    const second = await newInvitation(provider.actor);
    const shown = await shownTo(reseller.actor, first.token);
    const results = await Promise.all(
      [first.token, second.token].map((token) => acceptProvider(reseller.actor, { token, shown, yes: true })),
    );
    expect(results.map((result) => (result.ok ? 'ok' : result.reason)).sort()).toEqual(['already_linked', 'ok']);
  });

  it('or declines: the link is dead, both sides are told, nothing else changes', async () => {
    const { provider, reseller } = await sides();
    const { id, token } = await newInvitation(provider.actor);
    expect(await declineProvider(reseller.actor, { token })).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe('declined');
    const subject = `${reseller.tenant.name} declined the invitation of ${provider.tenant.name}`;
    expect((await mailsTo(provider.actor.email)).map((mail) => mail.subject)).toEqual([subject]);
    expect((await mailsTo(reseller.actor.email)).map((mail) => mail.subject)).toEqual([subject]);
    expect(await actionsOf(reseller.tenant.id)).toEqual(['provider_invitation.declined']);
    expect(await listProviders(reseller.actor, {})).toEqual([]);
    expect(await acceptProvider(reseller.actor, { token, shown: '', yes: true })).toEqual({
      ok: false,
      reason: 'dead',
      why: 'declined',
    });
  });
});

describe('either side ends it', () => {
  it.each(['provider', 'reseller'] as const)('the %s: both are told, once', async (side) => {
    const { provider, reseller, linkId } = await linked();
    const person = side === 'provider' ? provider.owner : reseller.actor;
    const counterpart = side === 'provider' ? reseller.actor : provider.owner;
    const results = await Promise.all(Array.from({ length: 10 }, () => endPartnerLink(person, { linkId })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === 'already_ended')).toHaveLength(9);
    const subject = `${provider.tenant.name} is no longer the provider of ${reseller.tenant.name}`;
    for (const address of [person.email, counterpart.email]) {
      const told = await db
        .select()
        .from(mails)
        .where(and(eq(mails.toAddress, address), like(mails.subject, subject)));
      expect(told).toHaveLength(1);
    }
    const ended = (await eventsOf(person.tenant.id)).filter(({ action }) => action === 'partner_link.ended');
    expect(ended).toMatchObject([{ subjectId: linkId, providerId: counterpart.tenant.id }]);
    expect(await listProviders(reseller.actor, {})).toEqual([]);
    expect(await listResellers(provider.actor, resellerListInput.parse({}))).toMatchObject({ rows: [], total: 0 });
  });

  it('and the provider’s customers are gone at its next look, while no consent has changed', async () => {
    const { provider, reseller, linkId } = await linked();
    const given = { kind: 'indirect_reseller', providerId: provider.tenant.id } as const;
    await newConsent(await newCustomer('Wingtip'), reseller.tenant, given);
    await newConsent(await newCustomer('Tailspin'), reseller.tenant, given);
    expect(await customersOf(provider.actor)).toEqual(['Tailspin', 'Wingtip']);
    const rows = () =>
      db.select().from(consents).where(eq(consents.partnerId, reseller.tenant.id)).orderBy(asc(consents.id));
    const before = await rows();

    expect(await endPartnerLink(reseller.actor, { linkId })).toMatchObject({ ok: true });

    expect(await customersOf(provider.actor)).toEqual([]);
    expect(await rows()).toEqual(before);
    expect(await customersOf(reseller.agent)).toEqual(['Tailspin', 'Wingtip']);
    const [event] = (await eventsOf(reseller.tenant.id)).filter(({ action }) => action === 'partner_link.ended');
    expect(event?.detail).toMatchObject({ customers: 2 });
  });

  it('and can begin again: the consents that name the provider count again', async () => {
    const { provider, reseller, linkId, token: first } = await linked();
    const given = { kind: 'indirect_reseller', providerId: provider.tenant.id } as const;
    await newConsent(await newCustomer('Wingtip'), reseller.tenant, given);
    await endPartnerLink(provider.owner, { linkId });
    expect(await readProviderInvitation(reseller.actor, { token: first })).toMatchObject({ view: 'dead' });
    const { token } = await newInvitation(provider.actor);
    expect(await accept(reseller.actor, token)).toMatchObject({ ok: true });
    expect(await customersOf(provider.actor)).toEqual(['Wingtip']);
    expect(await listProviders(reseller.actor, {})).toMatchObject([{ customers: 1 }]);
  });

  it('and nobody else can: their link is as unknown as a random id', async () => {
    const { provider, reseller, linkId } = await linked();
    const strangers = await sides();
    for (const stranger of [strangers.provider.owner, strangers.reseller.actor]) {
      for (const id of [linkId, uuidv7()]) {
        await expect(endPartnerLink(stranger, { linkId: id })).rejects.toMatchObject({ code: 'not_found' });
      }
    }
    for (const agent of [provider.actor, reseller.agent]) {
      await expect(endPartnerLink(agent, { linkId })).rejects.toMatchObject({ code: 'denied' });
    }
    expect(await listProviders(reseller.actor, {})).toHaveLength(1);
  });
});

describe('the list of resellers', () => {
  async function providerWith(...names: string[]) {
    const provider = await newPartner('indirect_provider', 'helpdesk_agent');
    for (const [position, name] of names.entries()) {
      const reseller = await newTenant('partner', { name, partnerType: 'indirect_reseller' });
      const at = later(new Date('2026-01-01'), days(position));
      setClock(() => at);
      await newPartnerLink(provider.tenant, reseller);
      setClock();
    }
    return provider;
  }
  const names = async (actor: UserActor, search: Record<string, unknown> = {}) =>
    (await listResellers(actor, resellerListInput.parse(search))).rows.map(({ name }) => name);

  it.each([
    [{}, ['alpha', 'Beta', 'gamma']],
    [{ sort: '-reseller' }, ['gamma', 'Beta', 'alpha']],
    [{ sort: 'since' }, ['Beta', 'gamma', 'alpha']],
    [{ sort: '-since' }, ['alpha', 'gamma', 'Beta']],
    [{ q: 'ALP' }, ['alpha']],
    [{ q: '%' }, []],
    [{ q: '.example' }, ['alpha', 'Beta', 'gamma']],
    [{ page: 7 }, ['alpha', 'Beta', 'gamma']],
    [{ page: 'x', sort: 'x' }, ['alpha', 'Beta', 'gamma']],
  ])('%j', async (search, expected) => {
    const { actor } = await providerWith('Beta', 'gamma', 'alpha');
    expect(await names(actor, search)).toEqual(expected);
  });

  it('has pages of 25', async () => {
    const { actor } = await providerWith(...Array.from({ length: 26 }, (_, at) => `R${String(at).padStart(2, '0')}`));
    expect(await names(actor, { page: 2 })).toEqual(['R25']);
  });

  it('counts active consents that name this provider, and no others', async () => {
    const { provider, reseller } = await linked();
    const naming = { kind: 'indirect_reseller', providerId: provider.tenant.id } as const;
    const other = await newTenant('partner', { partnerType: 'indirect_provider' });
    await newConsent(await newCustomer(), reseller.tenant, naming);
    await newConsent(await newCustomer(), reseller.tenant, { ...naming, revokedAt: now() });
    await newConsent(await newCustomer(), reseller.tenant, { ...naming, providerId: other.id });
    expect((await listResellers(provider.actor, resellerListInput.parse({}))).rows).toMatchObject([{ customers: 1 }]);
    expect(await listProviders(reseller.actor, {})).toMatchObject([{ customers: 1 }]);
  });

  it('is there to choose from, and a linked one beyond the first hundred when it is chosen', async () => {
    const { actor, tenant } = await providerWith(
      ...Array.from({ length: 101 }, (_, at) => `R${String(at).padStart(3, '0')}`),
    );
    const first = await resellerChoices(actor, {});
    expect(first.map(({ name }) => name)).toEqual(
      Array.from({ length: 100 }, (_, at) => `R${String(at).padStart(3, '0')}`),
    );
    const [last] = (await listResellers(actor, resellerListInput.parse({ sort: '-reseller' }))).rows;
    expect(await resellerChoices(actor, { chosen: last?.id })).toEqual([{ id: last?.id, name: 'R100' }, ...first]);
    expect(await resellerChoices(actor, { chosen: first[3]?.id })).toEqual(first);
    expect(await resellerChoices(actor, { chosen: tenant.id })).toEqual(first);
  });

  it('exists for providers only, that of providers for resellers only', async () => {
    const { provider, reseller } = await sides();
    const direct = await newPartner('direct', 'global_admin');
    for (const actor of [reseller.actor, direct.actor]) {
      await expect(names(actor)).rejects.toMatchObject({ code: 'not_found' });
      await expect(listInvitations(actor, { page: 1 })).rejects.toMatchObject({ code: 'not_found' });
    }
    for (const actor of [provider.actor, direct.actor]) {
      await expect(listProviders(actor, {})).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
