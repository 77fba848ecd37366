import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consentRequests, jobs, mails, signUps, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, now, setClock } from '@/lib/clock';
import { getInvitation } from '@/lib/consent/invitation-queries';
import { getStanding } from '@/lib/consent/standing-queries';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { latestNotifications } from '@/lib/notifications/queries';
import { paths } from '@/lib/paths';
import { mailsTo } from '@/lib/testing/mails';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newWayIn } from '@/lib/testing/sign-ups';
import { newStandingLink } from '@/lib/testing/standing-links';
import { newCustomer, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { askSignUp } from './ask-sign-up';

afterEach(() => setClock());

const from = { address: null };
const partner = () => newPartner('direct', 'admin_agent');
const nobody = () => `zoe@d${randomUUID().slice(0, 8)}.example`;
const subjects = async (address: string) => (await mailsTo(address)).map(({ subject }) => subject);
const told = async (person: UserActor) => (await latestNotifications(person, {})).latest;
const at = (organization: { domain: string }) => `zoe-${randomUUID().slice(0, 8)}@${organization.domain}`;

describe('asking for a way in by a consent link', () => {
  it('has one answer and leaves the same behind, whoever has the address', async () => {
    const { actor } = await partner();
    const customer = await newCustomer();
    const link = await newRequest(actor);
    const before = (await db.select().from(mails)).length;
    const known = await newPerson(customer.tenant, 'user');
    const addresses = [nobody(), at(customer.tenant), known.email];
    const answers = [];
    for (const email of addresses) answers.push(await askSignUp(null, { email, link, from }));
    expect(answers).toEqual(addresses.map(() => ({ ok: true })));
    const queued = await db.select().from(jobs).where(eq(jobs.kind, 'sign_up.mail'));
    const payloads = queued.map(({ payload }) => payload).filter(({ requestId }) => requestId === link.requestId);
    expect(payloads.map(({ email }) => email).sort()).toEqual([...addresses].sort());
    expect(await db.select().from(mails)).toHaveLength(before);
    await runUntilEmpty();
    for (const email of addresses) expect(await mailsTo(email)).toHaveLength(1);
  });

  it.each(['zoe@gmail.com', 'zoe@mailinator.com', 'zoe', 'zoe@10.0.0.1', ''])(
    'is refused at once for “%s”, which is of no organization',
    async (email) => {
      const link = await newRequest((await partner()).actor);
      await expect(askSignUp(null, { email, link, from })).rejects.toMatchObject({
        code: 'invalid',
        fields: { email: expect.any(String) },
      });
    },
  );

  it('takes a link that is good', async () => {
    const { actor } = await partner();
    const link = await newRequest(actor);
    const other = await newRequest(actor);
    const ask = (given: typeof link) => askSignUp(null, { email: nobody(), link: given, from });
    const unknown = { ok: false, reason: 'dead', why: 'unknown' };
    expect(await ask({ ...link, token: 'x'.repeat(43) })).toEqual(unknown);
    expect(await ask({ ...link, token: other.token })).toEqual(unknown);
    await db.update(consentRequests).set({ state: 'canceled' }).where(eq(consentRequests.id, link.requestId));
    expect(await ask(link)).toEqual({ ok: false, reason: 'dead', why: 'withdrawn' });
    const standing = await newStandingLink(actor);
    const address = { ...standing.address(), msppId: 'x'.repeat(43) };
    expect(await askSignUp(null, { email: nobody(), link: { address }, from })).toEqual(unknown);
  });

  it('is listened to twenty times in a quarter of an hour from one network, and mailed five times an hour to one person', async () => {
    const link = await newRequest((await partner()).actor);
    const network = { address: '2001:db8:5::1' };
    const email = nobody();
    const tries = [];
    for (let n = 0; n < 21; n++) tries.push((await askSignUp(null, { email, link, from: network })).ok);
    expect(tries.filter(Boolean)).toHaveLength(20);
    expect(await askSignUp(null, { email, link, from: network })).toMatchObject({ reason: 'too_many' });
    await runUntilEmpty();
    expect(await mailsTo(email)).toHaveLength(5);
  });
});

describe('somebody whose organization is not here', () => {
  it('is mailed a link of which we keep the hash, and a newer one replaces it', async () => {
    const { actor, tenant } = await partner();
    const link = await newRequest(actor);
    const email = nobody();
    const { mail, token } = await newWayIn(email, link);
    expect(mail?.subject).toBe('Set up your organization in Countersign');
    expect(mail?.textBody).toContain(tenant.name);
    const kept = JSON.stringify([
      await db.select().from(signUps),
      await db.select().from(auditEvents),
      await db.select().from(jobs),
    ]);
    expect(kept).not.toContain(token);
    await newWayIn(email, link);
    const rows = await db.select().from(signUps).where(eq(signUps.email, email));
    expect(rows.filter(({ usedAt, replacedAt }) => !usedAt && !replacedAt)).toHaveLength(1);
  });

  it('is told that the request is another’s, where it was sent to an organization that is here', async () => {
    const { actor } = await partner();
    const customer = await newCustomer();
    const link = await newRequest(actor, { recipientEmail: customer.admin.email, organization: 'Tailspin' });
    const email = nobody();
    const { mail } = await newWayIn(email, link);
    expect(mail?.subject).toBe('This request is for another organization');
    expect(mail?.textBody).toContain('only Tailspin can answer it');
    expect(await db.select().from(signUps).where(eq(signUps.email, email))).toEqual([]);
  });

  it('is mailed nothing once the request has ended', async () => {
    const { actor } = await partner();
    const link = await newRequest(actor);
    const email = nobody();
    await askSignUp(null, { email, link, from });
    await db.update(consentRequests).set({ state: 'canceled' }).where(eq(consentRequests.id, link.requestId));
    await runUntilEmpty();
    expect(await mailsTo(email)).toEqual([]);
  });
});

describe('somebody who has an account', () => {
  it('is told to sign in, and finds the request there without the link', async () => {
    const { actor } = await partner();
    const { admin } = await newCustomer();
    const link = await newRequest(actor);
    const without = { requestId: link.requestId, token: '' };
    expect(await getInvitation(admin, without)).toMatchObject({ kind: 'dead', why: 'unknown' });
    const { mail } = await newWayIn(admin.email, link);
    expect(mail?.subject).toBe('You have an account in Countersign already');
    expect(mail?.links).toEqual([`http://localhost:3000${paths.partnerInvitation(link.requestId)}`]);
    expect(await getInvitation(admin, without)).toMatchObject({ kind: 'ready', asking: [] });
  });

  it('is told when it is switched off', async () => {
    const { actor } = await partner();
    const { tenant } = await newCustomer();
    const off = await newPerson(tenant, 'user');
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, off.id));
    const { mail } = await newWayIn(off.email, await newRequest(actor));
    expect(mail?.textBody).toContain('It is switched off.');
  });

  it('is believed to have one in a directory where its organization has the domain', async () => {
    const { actor } = await partner();
    const theirs = await newCustomer();
    const impostor = await newCustomer();
    const email = at(theirs.tenant);
    const claim = async (by: typeof theirs) => {
      const person = await newPerson(by.tenant, 'global_admin');
      await db.update(users).set({ email, directoryOid: randomUUID() }).where(eq(users.id, person.id));
    };
    const link = await newRequest(actor);
    await claim(impostor);
    expect((await newWayIn(email, link)).mail?.subject).toMatch(/^We asked the administrators/);
    expect(await told(impostor.admin)).toEqual([]);
    await claim(theirs);
    const { mail } = await newWayIn(email, link);
    expect(mail?.subject).toBe('You have an account in Countersign already');
    expect(mail?.textBody).toContain('Sign in with Microsoft');
  });

  it('does not bring a request to their organization that was sent to another', async () => {
    const { actor } = await partner();
    const theirs = await newCustomer();
    const other = await newCustomer();
    const link = await newRequest(actor, { recipientEmail: theirs.admin.email });
    await newWayIn(other.admin.email, link);
    expect(await getInvitation(other.admin, { ...link, token: '' })).toMatchObject({ kind: 'dead', why: 'unknown' });
  });
});

describe('somebody without an account, of an organization that is here', () => {
  it('has its global administrators asked, who find the request without the link; it stays good for others', async () => {
    const { actor, tenant } = await partner();
    const customer = await newCustomer('Contoso');
    const second = await newPerson(customer.tenant, 'global_admin');
    const user = await newPerson(customer.tenant, 'user');
    const link = await newRequest(actor);
    const email = at(customer.tenant);
    const { mail } = await newWayIn(email, link);
    expect(mail?.subject).toBe('We asked the administrators of Contoso');
    for (const admin of [customer.admin, second]) {
      expect(await told(admin)).toMatchObject([
        {
          sentence: `Somebody without an account, who gave the address ${email}, asks you to answer a consent request of ${tenant.name}.`,
          path: paths.partnerInvitation(link.requestId),
        },
      ]);
      const [asked] = await mailsTo(admin.email);
      expect(asked?.textBody).toContain(`gave the address ${email}. We have not checked that it is theirs.`);
      expect(JSON.stringify(asked)).not.toContain(link.token);
    }
    expect(await told(user)).toEqual([]);
    expect(await subjects(actor.email)).toEqual([]);
    const without = { requestId: link.requestId, token: '' };
    expect(await getInvitation(user, without)).toMatchObject({ kind: 'dead', why: 'unknown' });
    expect(await getInvitation(second, without)).toMatchObject({ kind: 'ready', asking: [email] });
    expect(await getInvitation((await newCustomer()).admin, link)).toMatchObject({ kind: 'ready', asking: [] });
    expect(await acceptAs(second, without)).toMatchObject({ ok: true });
  });

  it('has them asked once a day, whoever asks', async () => {
    const { actor } = await partner();
    const { tenant, admin } = await newCustomer();
    const link = await newRequest(actor);
    const [first, other] = [at(tenant), at(tenant)];
    await Promise.all([first, other].map((email) => askSignUp(null, { email, link, from })));
    await runUntilEmpty();
    await newWayIn(first, link);
    expect(await mailsTo(admin.email)).toHaveLength(1);
    expect(await mailsTo(first)).toHaveLength(2);
    expect(await mailsTo(other)).toHaveLength(1);
    await newWayIn(first, await newRequest(actor));
    expect(await mailsTo(admin.email)).toHaveLength(2);
    const tomorrow = later(new Date(), days(1));
    setClock(() => tomorrow);
    await newWayIn(first, link);
    expect(await mailsTo(admin.email)).toHaveLength(3);
  });

  it('is one of the organization a request was sent to, when people sign in there with that domain', async () => {
    const { actor } = await partner();
    const customer = await newCustomer();
    const domain = `d${randomUUID().slice(0, 8)}.example`;
    await db
      .update(users)
      .set({ email: `ada@${domain}` })
      .where(eq(users.id, customer.admin.id));
    const link = await newRequest(actor, { recipientEmail: `ada@${domain}` });
    const { mail } = await newWayIn(`zoe@${domain}`, link);
    expect(mail?.subject).toBe(`We asked the administrators of ${customer.tenant.name}`);
    expect(await told(customer.admin)).toHaveLength(1);
    const elsewhere = await newWayIn(`zoe@${domain}`, await newRequest(actor));
    expect(elsewhere.mail?.subject).toBe('Set up your organization in Countersign');
  });

  it('leaves a word in the log of the organization, and none in the partner’s', async () => {
    const { actor } = await partner();
    const { tenant } = await newCustomer();
    const link = await newRequest(actor);
    const email = at(tenant);
    await newWayIn(email, link);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.action, 'sign_up.mailed'));
    const mine = events.filter(({ subjectId }) => subjectId === link.requestId);
    expect(mine).toMatchObject([{ customerId: tenant.id, partnerId: null, actorType: 'system' }]);
    expect(mine[0]?.detail).toMatchObject({ address: email, told: 'asked' });
  });

  it('learns why nobody is asked', async () => {
    const { actor, tenant } = await partner();
    const theirs = await newCustomer();
    const empty = await newTenant('customer', { name: 'Empty' });
    const toThem = await newRequest(actor, { recipientEmail: theirs.admin.email, organization: 'Tailspin' });
    const other = await newCustomer();
    const foreign = await newWayIn(at(other.tenant), toThem);
    expect(foreign.mail?.subject).toBe('This request is for another organization');
    expect(await told(other.admin)).toEqual([]);
    expect(await getInvitation(other.admin, { ...toThem, token: '' })).toMatchObject({ kind: 'dead' });
    const link = await newRequest(actor);
    expect((await newWayIn(at(tenant), link)).mail?.subject).toBe(`${tenant.name} asks for this itself`);
    expect((await newWayIn(at(empty), link)).mail?.subject).toBe('Nobody of Empty can answer');
  });
});

describe('a standing link', () => {
  it('leads to the same', async () => {
    const { actor } = await partner();
    const customer = await newCustomer();
    const standing = await newStandingLink(actor);
    const address = standing.address(true);
    const email = at(customer.tenant);
    await newWayIn(email, { address });
    const [asked] = await mailsTo(customer.admin.email);
    expect(asked?.links).toEqual([`http://localhost:3000${paths.standingInvitation(address)}`]);
    expect(await getStanding(customer.admin, { address })).toMatchObject({ kind: 'ready', asking: [email] });
    expect((await newWayIn(nobody(), { address })).mail?.subject).toBe('Set up your organization in Countersign');
  });
});
