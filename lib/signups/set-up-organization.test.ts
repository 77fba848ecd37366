import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consentRequests, tenants, users } from '@/db/schema';
import { toActor } from '@/lib/auth/load-session';
import { signIn } from '@/lib/auth/sign-in';
import { days, later, minutes, setClock } from '@/lib/clock';
import { getInvitation } from '@/lib/consent/invitation-queries';
import { getStanding } from '@/lib/consent/standing-queries';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { paths } from '@/lib/paths';
import { joinOrganization } from '@/lib/people/join-organization';
import { mailsTo } from '@/lib/testing/mails';
import { goodPassword, newJoining } from '@/lib/testing/people';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newWayIn, setUpInput } from '@/lib/testing/sign-ups';
import { acceptStandingAs, newStandingLink } from '@/lib/testing/standing-links';
import { newCustomer, newPartner } from '@/lib/testing/tenants';
import { findSignUp } from './queries';
import { setUpOrganization } from './set-up-organization';
import { turnOverSignUp } from './turn-over-sign-up';

afterEach(() => setClock());

const newDomain = () => `d${randomUUID().slice(0, 8)}.example`;
const partner = () => newPartner('direct', 'admin_agent');

/** A request, and the link that somebody of this domain was mailed because of it. */
async function newSignUp(domain = newDomain()) {
  const { actor, tenant } = await partner();
  const link = await newRequest(actor);
  const email = `zoe@${domain}`;
  return { link, email, domain, partner: tenant, ...(await newWayIn(email, link)) };
}

/** The account with this address, as an actor. */
async function personWith(email: string) {
  const [row] = await db
    .select({ user: users, tenant: tenants })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(eq(users.email, email));
  if (!row) throw new Error(`nobody has ${email}`);
  return toActor(row.user, row.tenant, '');
}

const organizationsOf = (domain: string) => db.select().from(tenants).where(eq(tenants.domain, domain));

describe('setting up an organization by the link in the mail', () => {
  it('makes a customer with the domain of the address, and its first global administrator, who accepts', async () => {
    const { link, email, domain, partner: asks, token } = await newSignUp();
    expect(await findSignUp(null, { token })).toMatchObject({ kind: 'good', domain, email, partnerName: asks.name });
    const next = paths.partnerInvitation(link.requestId);
    expect(await setUpOrganization(null, setUpInput(token))).toEqual({ ok: true, became: 'set_up', email, next });
    expect(await organizationsOf(domain)).toMatchObject([{ kind: 'customer', name: 'Contoso', country: 'DE' }]);
    const zoe = await personWith(email);
    expect(zoe).toMatchObject({ name: 'Zoe Young', roles: ['global_admin'] });
    expect(await signIn(null, { email, password: goodPassword })).toMatchObject({ ok: true });
    // In another browser, which never held the link.
    const without = { requestId: link.requestId, token: '' };
    expect(await getInvitation(zoe, without)).toMatchObject({ kind: 'ready', asking: [] });
    expect(await getInvitation((await newCustomer()).admin, without)).toMatchObject({ kind: 'dead', why: 'unknown' });
    expect(await acceptAs(zoe, without)).toMatchObject({ ok: true });
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, zoe.tenant.id));
    expect(events).toMatchObject([{ action: 'sign_up.completed', actorId: zoe.id, tenantId: zoe.tenant.id }]);
  });

  it('binds a request to it that was sent to its domain, which anybody who held it could have answered before', async () => {
    const { actor } = await partner();
    const domain = newDomain();
    const link = await newRequest(actor, { recipientEmail: `boss@${domain}` });
    const other = await newCustomer();
    expect(await getInvitation(other.admin, link)).toMatchObject({ kind: 'ready' });
    const { token } = await newWayIn(`zoe@${domain}`, link);
    await setUpOrganization(null, setUpInput(token));
    expect(await getInvitation(other.admin, link)).toMatchObject({ kind: 'wrong_organization' });
    expect(await getInvitation(await personWith(`zoe@${domain}`), link)).toMatchObject({ kind: 'ready' });
  });

  it.each([true, false])(
    'leads back to a standing link as it was, delegated administration asked for: %s',
    async (dap) => {
      const { actor } = await partner();
      const address = (await newStandingLink(actor)).address(dap);
      const email = `zoe@${newDomain()}`;
      const { token } = await newWayIn(email, { address });
      const next = paths.standingInvitation(address);
      expect(await setUpOrganization(null, setUpInput(token))).toMatchObject({ ok: true, next });
      const zoe = await personWith(email);
      expect(await getStanding(zoe, { address })).toMatchObject({ kind: 'ready', asking: [], shown: { dap } });
      expect(await acceptStandingAs(zoe, address, dap)).toMatchObject({ ok: true });
    },
  );

  it('works when the request has ended, which is said then', async () => {
    const { link, email, token } = await newSignUp();
    await db.update(consentRequests).set({ state: 'canceled' }).where(eq(consentRequests.id, link.requestId));
    expect(await findSignUp(null, { token })).toMatchObject({ kind: 'good', over: true });
    expect(await setUpOrganization(null, setUpInput(token))).toMatchObject({ ok: true, became: 'set_up' });
    const without = { requestId: link.requestId, token: '' };
    expect(await getInvitation(await personWith(email), without)).toMatchObject({ kind: 'dead', why: 'withdrawn' });
  });

  it('takes a name that is vetted, a country and a password that is not easy; the link stays good until then', async () => {
    const { token, domain } = await newSignUp();
    for (const given of [
      { organization: 'See www.evil.example' },
      { country: 'XX' },
      { name: '' },
      { password: 'short' },
    ])
      await expect(setUpOrganization(null, setUpInput(token, given))).rejects.toMatchObject({ code: 'invalid' });
    for (const password of ['password123456', 'Contoso forever'])
      expect(await setUpOrganization(null, setUpInput(token, { password }))).toMatchObject({ reason: 'weak' });
    expect(await organizationsOf(domain)).toEqual([]);
    expect(await setUpOrganization(null, setUpInput(token))).toMatchObject({ ok: true });
  });

  it('a manufacturer’s request is judged as always: by the name the administrator signs in with', async () => {
    const oem = await newPartner('oem', 'admin_agent');
    const address = (await newStandingLink(oem.actor)).address();
    const cloud = `zoe@d${randomUUID().slice(0, 8)}.onmicrosoft.com`;
    const own = `zoe@${newDomain()}`;
    for (const [email, kind] of [
      [cloud, 'ready'],
      [own, 'cloud_account_required'],
    ] as const) {
      const { token } = await newWayIn(email, { address });
      expect(await findSignUp(null, { token })).toMatchObject({ kind: 'good', oem: true });
      await setUpOrganization(null, setUpInput(token));
      expect(await getStanding(await personWith(email), { address })).toMatchObject({ kind });
    }
  });
});

describe('a dead link', () => {
  it.each(['', 'x', 'A'.repeat(43), "'; drop table sign_ups; --"])('that is none is unknown: %j', async (token) => {
    expect(await findSignUp(null, { token })).toMatchObject({ kind: 'dead', why: 'unknown', partnerName: null });
    const dead = { ok: false, reason: 'dead', why: 'unknown' };
    expect(await setUpOrganization(null, setUpInput(token))).toEqual(dead);
    expect(await turnOverSignUp(null, { token })).toEqual(dead);
  });

  it('is one of a consent request, too', async () => {
    const { link } = await newSignUp();
    expect(await findSignUp(null, { token: link.token })).toMatchObject({ kind: 'dead', why: 'unknown' });
  });

  it('says why: expired, replaced or used', async () => {
    const { email, link, partner: asks, token } = await newSignUp();
    const made = new Date();
    setClock(() => later(made, days(1) - minutes(1)));
    expect(await findSignUp(null, { token })).toMatchObject({ kind: 'good' });
    setClock(() => later(made, days(1) + minutes(1)));
    expect(await findSignUp(null, { token })).toMatchObject({ kind: 'dead', why: 'expired', partnerName: asks.name });
    expect(await setUpOrganization(null, setUpInput(token))).toMatchObject({ reason: 'dead', why: 'expired' });
    setClock();
    const newer = await newWayIn(email, link);
    expect(await setUpOrganization(null, setUpInput(token))).toMatchObject({ reason: 'dead', why: 'replaced' });
    expect(await setUpOrganization(null, setUpInput(newer.token))).toMatchObject({ ok: true });
    expect(await findSignUp(null, newer)).toMatchObject({ kind: 'dead', why: 'used' });
  });

  it('is what an address has that got an account meanwhile, elsewhere', async () => {
    const { email, domain, token } = await newSignUp();
    const { admin } = await newCustomer();
    const joining = await newJoining(admin, { email });
    await joinOrganization(null, { token: joining.token, name: 'Zoe Young', password: goodPassword });
    expect(await setUpOrganization(null, setUpInput(token))).toEqual({ ok: false, reason: 'address_taken' });
    expect(await organizationsOf(domain)).toEqual([]);
  });
});

describe('of several at once', () => {
  it('one click of many on one link sets up', async () => {
    const { domain, token } = await newSignUp();
    const clicks = await Promise.all(Array.from({ length: 6 }, () => setUpOrganization(null, setUpInput(token))));
    expect(clicks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(clicks.filter(({ ok }) => !ok)).toMatchObject(
      Array.from({ length: 5 }, () => ({ reason: 'dead', why: 'used' })),
    );
    expect(await organizationsOf(domain)).toHaveLength(1);
  });

  it('one colleague becomes the first administrator, who is asked for the others', async () => {
    const domain = newDomain();
    const { actor } = await partner();
    const link = await newRequest(actor);
    const colleagues = ['ada', 'bob', 'cyd'].map((name) => `${name}@${domain}`);
    const links = [];
    for (const email of colleagues) links.push({ email, ...(await newWayIn(email, link)) });
    const outcomes = await Promise.all(links.map(({ token }) => setUpOrganization(null, setUpInput(token))));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const first = links[outcomes.findIndex((outcome) => outcome.ok && outcome.became === 'set_up')];
    const others = links.filter((one) => one !== first);
    expect(outcomes.filter((outcome) => outcome.ok && outcome.became === 'asked')).toHaveLength(2);
    expect(await organizationsOf(domain)).toHaveLength(1);
    const admin = await personWith(first?.email ?? '');
    const people = await db.select().from(users).where(eq(users.tenantId, admin.tenant.id));
    expect(people).toHaveLength(1);
    const asked = (await mailsTo(admin.email)).filter(({ subject }) =>
      subject.endsWith('waits for an answer of Contoso'),
    );
    expect(asked).toHaveLength(1);
    for (const { email } of others)
      expect((await mailsTo(email)).at(-1)?.subject).toBe('We asked the administrators of Contoso');
  });
});

describe('an organization that was set up while the mail waited', () => {
  it('has its administrators asked by the press of a button, once', async () => {
    const domain = newDomain();
    const { actor } = await partner();
    const link = await newRequest(actor);
    const early = await newWayIn(`ada@${domain}`, link);
    const late = await newWayIn(`bob@${domain}`, link);
    expect(await turnOverSignUp(null, { token: late.token })).toEqual({ ok: false, reason: 'not_needed' });
    await setUpOrganization(null, setUpInput(early.token));
    expect(await findSignUp(null, { token: late.token })).toMatchObject({ kind: 'taken', organization: 'Contoso' });
    const outcome = { ok: true, became: 'asked', organization: 'Contoso' };
    expect(await turnOverSignUp(null, { token: late.token })).toEqual(outcome);
    expect(await turnOverSignUp(null, { token: late.token })).toMatchObject({ reason: 'dead', why: 'used' });
    await runUntilEmpty();
    const admin = await personWith(`ada@${domain}`);
    expect(await getInvitation(admin, { ...link, token: '' })).toMatchObject({ asking: [`bob@${domain}`] });
  });

  it('is asked nothing about a request that has ended', async () => {
    const domain = newDomain();
    const { actor } = await partner();
    const link = await newRequest(actor);
    const early = await newWayIn(`ada@${domain}`, link);
    const late = await newWayIn(`bob@${domain}`, link);
    await setUpOrganization(null, setUpInput(early.token));
    await acceptAs(await personWith(`ada@${domain}`), { ...link, token: '' });
    const outcome = { ok: true, became: 'exists', organization: 'Contoso' };
    expect(await turnOverSignUp(null, { token: late.token })).toEqual(outcome);
  });
});
