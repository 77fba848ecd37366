import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, jobs, memberInvitations, partnerApplications, tenants, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { limits } from '@/lib/auth/allowance';
import { days, later, minutes, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { latestNotifications } from '@/lib/notifications/queries';
import { paths } from '@/lib/paths';
import { joinOrganization } from '@/lib/people/join-organization';
import { findJoiningLink } from '@/lib/people/joining-queries';
import { aboutPartner, newEntered, newWaiting, tokenFor } from '@/lib/testing/applications';
import { mailsTo } from '@/lib/testing/mails';
import { newSupport } from '@/lib/testing/oem-links';
import { goodPassword } from '@/lib/testing/people';
import { newCustomer, newPartner, newTenant } from '@/lib/testing/tenants';
import { apply } from './apply';
import { approveApplication } from './approve-application';
import { confirmApplication } from './confirm-application';
import { findConfirmation } from './confirmation-queries';
import { mailJoiningLink } from './mail-joining-link';
import { getPartnerApplication, listPartnerApplications } from './queue-queries';
import { refuseApplication } from './refuse-application';

afterEach(() => setClock());

const from = { address: null };
const send = async (input: ReturnType<typeof aboutPartner>) => {
  const answer = await apply(null, { ...input, from });
  await runUntilEmpty();
  return answer;
};
const rowOf = async (id: string) =>
  (await db.select().from(partnerApplications).where(eq(partnerApplications.id, id)))[0];
const subjects = async (address: string) => (await mailsTo(address)).map(({ subject }) => subject);
const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence, path }) => [sentence, path]);
const why = async (token: string) => {
  const found = await findConfirmation(null, { token });
  return found.kind === 'dead' ? found.why : null;
};

describe('who applies', () => {
  it('is mailed a link that shows what was entered, and changes nothing by being opened', async () => {
    const support = await newSupport();
    const { id, token, contactEmail, domain, organization } = await newEntered();
    expect(await subjects(contactEmail)).toEqual(['Confirm your application to Countersign']);
    expect(await findConfirmation(null, { token })).toMatchObject({ kind: 'good', organization, domain, contactEmail });
    expect((await rowOf(id))?.state).toBe('unverified');
    expect(await told(support)).toEqual([]);
    const kept = JSON.stringify([
      await rowOf(id),
      await db.select().from(auditEvents),
      (await db.select().from(jobs)).filter(({ kind }) => kind !== 'mail.send'),
    ]);
    expect(kept).not.toContain(token);
  });

  it('puts it before support by confirming, once, and support is told', async () => {
    const support = await newSupport();
    const { id, token, organization } = await newEntered();
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirmApplication(null, { token })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'dead', why: 'waiting' });
    expect(await told(support)).toEqual([
      [`${organization} applies to become a partner.`, paths.partnerApplication(id)],
    ]);
    expect(await subjects(support.email)).toEqual([`${organization} applies to become a partner`]);
    expect((await listPartnerApplications(support, { page: 1000 })).rows.at(-1)).toMatchObject({
      id,
      state: 'waiting',
    });
  });

  it('applies once, however often the form is sent', async () => {
    const input = aboutPartner();
    await Promise.all([1, 2, 3].map(() => apply(null, { ...input, from })));
    await runUntilEmpty();
    expect(await subjects(input.contactEmail)).toHaveLength(1);
    expect((await rowOf(input.applicationId))?.state).toBe('unverified');
  });

  it('may apply again: the newest link counts', async () => {
    const first = await newEntered();
    const second = await newEntered({ domain: first.domain, contactEmail: first.contactEmail });
    expect([await why(first.token), await why(second.token)]).toEqual(['replaced', null]);
    expect(await confirmApplication(null, { token: first.token })).toMatchObject({ reason: 'dead', why: 'replaced' });
  });

  it('learns why a link is dead', async () => {
    const { token } = await newEntered();
    expect([await why('nonsense'), await why('A'.repeat(43))]).toEqual(['unknown', 'unknown']);
    const made = Date.now();
    setClock(() => later(new Date(made), days(3)));
    expect(await why(token)).toBe('expired');
    expect(await confirmApplication(null, { token })).toEqual({ ok: false, reason: 'dead', why: 'expired' });
  });
});

describe('the same answer', () => {
  it('is given whatever is known of the domain and the address; only the mail tells its owner', async () => {
    const { tenant, actor } = await newPartner('direct', 'global_admin');
    const waiting = await newWaiting();
    const elsewhere = await newTenant('customer', { domain: `c${uuidv7()}.example` });
    const cases = [
      [aboutPartner(), 'Confirm your application to Countersign'],
      [aboutPartner({ domain: tenant.domain }), 'has a place here already'],
      [aboutPartner({ domain: elsewhere.domain }), 'has a place here already'],
      [aboutPartner({ domain: waiting.domain, contactEmail: `bob@${waiting.domain}` }), 'waits for support already'],
    ] as const;
    for (const [input, sentence] of cases) {
      expect(await send(input)).toEqual({ ok: true });
      const mails = await mailsTo(input.contactEmail);
      expect(mails).toHaveLength(1);
      expect(`${mails[0]?.subject} ${mails[0]?.textBody.replace(/\s+/g, ' ')}`).toContain(sentence);
    }
    expect(actor.tenant.id).toBe(tenant.id);
  });

  it('is given to somebody whose address signs in here already', async () => {
    const { admin } = await newCustomer();
    const domain = admin.email.split('@')[1] ?? '';
    await db
      .update(tenants)
      .set({ domain: `${uuidv7()}.example` })
      .where(eq(tenants.id, admin.tenant.id));
    const input = aboutPartner({ domain, contactEmail: admin.email });
    expect(await send(input)).toEqual({ ok: true });
    expect((await mailsTo(admin.email))[0]?.textBody).toContain('signs in to an organization here');
    expect(await rowOf(input.applicationId)).toBeUndefined();
  });

  it('is given to whoever was mailed enough for now', async () => {
    const { domain, contactEmail } = aboutPartner();
    const again = () => send(aboutPartner({ domain, contactEmail }));
    for (let sent = 0; sent < limits.application_mail.most; sent++) expect(await again()).toEqual({ ok: true });
    const last = await tokenFor(contactEmail);
    expect(await again()).toEqual({ ok: true });
    expect(await mailsTo(contactEmail)).toHaveLength(limits.application_mail.most);
    expect(await why(last)).toBeNull();
  });

  it('is no longer given to a sender that applies all the time', async () => {
    const address = '198.51.100.77';
    for (let sent = 0; sent < limits.application.most; sent++)
      expect(await apply(null, { ...aboutPartner(), from: { address } })).toEqual({ ok: true });
    const answer = await apply(null, { ...aboutPartner(), from: { address } });
    expect(answer).toMatchObject({ ok: false, reason: 'too_many' });
    setClock(() => later(new Date(), minutes(16)));
    expect(await apply(null, { ...aboutPartner(), from: { address } })).toEqual({ ok: true });
  });
});

describe('two of one domain', () => {
  it('confirm one application between them, and the other is told', async () => {
    const first = await newEntered();
    const second = await newEntered({ domain: first.domain, contactEmail: `bob@${first.domain}` });
    const answers = await Promise.all([first, second].map(({ token }) => confirmApplication(null, { token })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'already_waiting' });
  });

  it('confirm none once an organization has the domain', async () => {
    const { token, domain } = await newEntered();
    await newTenant('customer', { domain });
    expect(await confirmApplication(null, { token })).toEqual({ ok: false, reason: 'domain_taken' });
    expect(await why(token)).toBeNull();
  });
});

describe('support approves', () => {
  it('and the first person joins from the mail as global administrator', async () => {
    const support = await newSupport();
    const { id, organization, domain, contactEmail } = await newWaiting({ partnerType: 'oem', mpnId: '' });
    expect(await approveApplication(support, { applicationId: id })).toEqual({ ok: true });
    const [tenant] = await db.select().from(tenants).where(eq(tenants.domain, domain));
    expect(tenant).toMatchObject({
      kind: 'partner',
      name: organization,
      partnerType: 'oem',
      mpnId: null,
      country: 'DE',
    });
    const token = await tokenFor(contactEmail);
    expect(await findJoiningLink(null, { token })).toMatchObject({
      kind: 'good',
      organization,
      roles: ['global_admin'],
    });
    expect(await getPartnerApplication(support, { id })).toMatchObject({
      state: 'approved',
      decider: support.name,
      joining: { organization, open: { sentAt: expect.any(Date) } },
    });
    const joined = { token, name: 'Ada Byron', password: goodPassword };
    expect(await joinOrganization(null, joined)).toEqual({ ok: true, email: contactEmail });
    expect((await getPartnerApplication(support, { id })).joining).toMatchObject({ open: null });
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(events.map(({ action }) => action).sort()).toEqual([
      'partner_application.approved',
      'partner_application.confirmed',
      'partner_application.received',
    ]);
    expect(events.find(({ action }) => action.endsWith('approved'))).toMatchObject({ partnerId: tenant?.id });
  });

  it('once, however many do it at once: one organization, one mail', async () => {
    const { id, domain, contactEmail } = await newWaiting();
    const agents = await Promise.all(Array.from({ length: 5 }, () => newSupport()));
    const answers = await Promise.all(agents.map((agent) => approveApplication(agent, { applicationId: id })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 4 }, () => ({ ok: false, reason: 'closed' })));
    const made = await db.select().from(tenants).where(eq(tenants.domain, domain));
    expect(made).toHaveLength(1);
    expect(await subjects(contactEmail)).toHaveLength(2);
    const invited = await db
      .select()
      .from(memberInvitations)
      .where(eq(memberInvitations.tenantId, made[0]?.id ?? ''));
    expect(invited).toHaveLength(1);
  });

  it('or refuses, when two do both at once', async () => {
    const { id, contactEmail } = await newWaiting();
    const [one, two] = [await newSupport(), await newSupport()];
    const reason = 'We do not know you.';
    const answers = await Promise.all([
      approveApplication(one, { applicationId: id }),
      refuseApplication(two, { applicationId: id, reason }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'closed' });
    expect(await subjects(contactEmail)).toHaveLength(2);
  });

  it('nothing whose domain, name or contact is taken meanwhile, and it waits on', async () => {
    const support = await newSupport();
    const domain = await newWaiting();
    await newTenant('customer', { domain: domain.domain });
    expect(await approveApplication(support, { applicationId: domain.id })).toEqual({
      ok: false,
      reason: 'domain_taken',
    });
    const name = await newWaiting();
    await newTenant('partner', { partnerType: 'direct', name: name.organization.toUpperCase() });
    expect(await approveApplication(support, { applicationId: name.id })).toEqual({ ok: false, reason: 'name_taken' });
    const address = await newWaiting();
    const { admin } = await newCustomer();
    await db.update(users).set({ email: address.contactEmail }).where(eq(users.id, admin.id));
    expect(await approveApplication(support, { applicationId: address.id })).toEqual({
      ok: false,
      reason: 'address_taken',
    });
    for (const { id } of [domain, name, address])
      expect(await rowOf(id)).toMatchObject({ state: 'waiting', tenantId: null });
  });

  it('one of two organizations that want the same name', async () => {
    const support = await newSupport();
    const one = await newWaiting();
    const two = await newWaiting({ organization: one.organization });
    const answers = await Promise.all([one, two].map(({ id }) => approveApplication(support, { applicationId: id })));
    expect(answers).toEqual(expect.arrayContaining([{ ok: true }, { ok: false, reason: 'name_taken' }]));
  });

  it('nothing that is not there, or was not confirmed', async () => {
    const support = await newSupport();
    const { id } = await newEntered();
    expect(await approveApplication(support, { applicationId: id })).toEqual({ ok: false, reason: 'closed' });
    await expect(approveApplication(support, { applicationId: uuidv7() })).rejects.toMatchObject({ code: 'not_found' });
    await expect(getPartnerApplication(support, { id: uuidv7() })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the link of the first person', () => {
  it('is sent again while nobody has joined, and the one before is dead', async () => {
    const support = await newSupport();
    const { id, contactEmail } = await newWaiting();
    expect(await mailJoiningLink(support, { applicationId: id })).toEqual({ ok: false, reason: 'not_approved' });
    await approveApplication(support, { applicationId: id });
    const first = await tokenFor(contactEmail);
    setClock(() => later(new Date(), days(8)));
    expect(await findJoiningLink(null, { token: first })).toMatchObject({ kind: 'dead', why: 'expired' });
    expect(await mailJoiningLink(support, { applicationId: id })).toEqual({ ok: true });
    const second = await tokenFor(contactEmail);
    expect(await findJoiningLink(null, { token: first })).toMatchObject({ kind: 'dead', why: 'replaced' });
    expect(await joinOrganization(null, { token: second, name: 'Ada', password: goodPassword })).toMatchObject({
      ok: true,
    });
    expect(await mailJoiningLink(support, { applicationId: id })).toEqual({ ok: false, reason: 'joined' });
  });
});

describe('support refuses', () => {
  it('with a reason that the contact is mailed, and they can apply again', async () => {
    const support = await newSupport();
    const { id, token, domain, contactEmail } = await newWaiting();
    const refuse = (reason: string) => refuseApplication(support, { applicationId: id, reason });
    await expect(refuse(' ')).rejects.toMatchObject({ fields: { reason: expect.stringContaining('Say why') } });
    await expect(refuse('See evil.example')).rejects.toMatchObject({
      fields: { reason: expect.stringContaining('leave links out') },
    });
    const reason = 'Your MPN ID belongs to somebody else.';
    expect(await refuse(reason)).toEqual({ ok: true });
    const mail = (await mailsTo(contactEmail)).at(-1);
    expect(mail?.textBody.replace(/\s+/g, ' ')).toContain(`Support wrote: “${reason}”`);
    expect(mail?.links[0]).toContain(paths.apply());
    expect(await findConfirmation(null, { token })).toMatchObject({ kind: 'dead', why: 'refused', reason });
    const again = await newWaiting({ domain, contactEmail });
    expect((await getPartnerApplication(support, { id: again.id })).others).toMatchObject([{ id, state: 'refused' }]);
  });
});

describe('what support looks at', () => {
  it('are organizations with the same name, a near domain or the same MPN ID', async () => {
    const support = await newSupport();
    const word = `w${uuidv7().replaceAll('-', '').slice(-12)}`;
    const names = await newTenant('partner', { partnerType: 'direct', name: `${word} Cloud` });
    const above = await newTenant('customer', { domain: `${word}.example` });
    const beside = await newTenant('customer', { domain: `${word}.onmicrosoft.com` });
    const mpnId = String(Number.parseInt(word.slice(-7), 16) + 1_000_000_000);
    const same = await newTenant('partner', { partnerType: 'direct', mpnId });
    const { id } = await newWaiting({ organization: `${word} Services`, domain: `mail.${word}.example`, mpnId });
    const { similar } = await getPartnerApplication(support, { id });
    expect(similar.map((row) => row.id).sort()).toEqual([names, above, beside, same].map((row) => row.id).sort());
  });
});
