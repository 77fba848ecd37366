import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consentRequests, requestForwards, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { latestNotifications } from '@/lib/notifications/queries';
import { paths } from '@/lib/paths';
import { mailsTo } from '@/lib/testing/mails';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { acceptStandingAs, newStandingLink } from '@/lib/testing/standing-links';
import { newCustomer, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { forwardRequest } from './forward-request';
import { getInvitation } from './invitation-queries';
import { getStanding } from './standing-queries';

let partner: Awaited<ReturnType<typeof newPartner>>;
let customer: Awaited<ReturnType<typeof newCustomer>>;
let user: UserActor;
beforeEach(async () => {
  partner = await newPartner('direct', 'admin_agent');
  customer = await newCustomer('Contoso');
  user = await newPerson(customer.tenant, 'user');
});

const toUser = () => newRequest(partner.actor, { recipientEmail: user.email });
const forwards = (subjectId: string) =>
  db.select().from(requestForwards).where(eq(requestForwards.subjectId, subjectId));
const told = async (person: UserActor) => (await latestNotifications(person, {})).latest;

describe('forwarding a request', () => {
  it('tells the administrators, by name and in the colleague’s words, with one link and no secret in it', async () => {
    const link = await toUser();
    const second = await newPerson(customer.tenant, 'global_admin');
    expect(await forwardRequest(user, { link, note: 'Please answer\ntoday.' })).toEqual({
      ok: true,
      at: expect.any(Date),
    });
    for (const admin of [customer.admin, second]) {
      expect(await told(admin)).toMatchObject([
        {
          sentence: `${user.name} asks you to answer a consent request of ${partner.tenant.name}.`,
          path: paths.partnerInvitation(link.requestId),
        },
      ]);
      const [mail] = await mailsTo(admin.email);
      expect(mail?.textBody).toContain(`${user.name} wrote to you: “Please answer today.”`);
      expect(mail?.links).toEqual([`http://localhost:3000${paths.partnerInvitation(link.requestId)}`]);
      expect(JSON.stringify(mail)).not.toContain(link.token);
    }
    expect(await told(user)).toEqual([]);
    expect(await told(partner.actor)).toEqual([]);
  });

  it('lets the administrators in without the link, shows them who forwarded it, and they accept', async () => {
    const { requestId, token } = await toUser();
    const byForward = { requestId, token: '' };
    expect(await getInvitation(customer.admin, byForward)).toMatchObject({ kind: 'dead', why: 'unknown' });
    await forwardRequest(user, { link: { requestId, token }, note: 'It is fine.' });
    expect(await getInvitation(customer.admin, byForward)).toMatchObject({
      kind: 'ready',
      forwards: [{ by: user.name, note: 'It is fine.', at: expect.any(Date) }],
    });
    const colleague = await newPerson(customer.tenant, 'user');
    const { admin: stranger } = await newCustomer();
    for (const person of [colleague, stranger])
      expect(await getInvitation(person, byForward)).toMatchObject({ kind: 'dead', why: 'unknown' });
    expect(await acceptAs(customer.admin, byForward)).toMatchObject({ ok: true });
    const [row] = await db.select().from(consentRequests).where(eq(consentRequests.id, requestId));
    expect(row).toMatchObject({ state: 'accepted', customerId: customer.tenant.id });
  });

  it('happens once per person, who is told when; a colleague may do it too', async () => {
    const link = await newRequest(partner.actor, { recipientEmail: customer.admin.email });
    const answers = await Promise.all(Array.from({ length: 10 }, () => forwardRequest(user, { link, note: '' })));
    const [first] = answers.filter(({ ok }) => ok);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const refused of answers.filter(({ ok }) => !ok))
      expect(refused).toEqual({ ok: false, reason: 'already_forwarded', at: first && 'at' in first && first.at });
    expect(await mailsTo(customer.admin.email)).toHaveLength(1);
    expect(await getInvitation(user, link)).toMatchObject({
      kind: 'permission_required',
      administrators: [customer.admin.name],
      forwarded: { at: expect.any(Date), note: '' },
    });
    const colleague = await newPerson(customer.tenant, 'intune_admin');
    expect(await forwardRequest(colleague, { link, note: '' })).toMatchObject({ ok: true });
    expect(await forwards(link.requestId)).toHaveLength(2);
  });

  it('stays inside the organization: its log has it, the partner’s has not', async () => {
    const link = await toUser();
    await forwardRequest(user, { link, note: 'Between us.' });
    const events = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, link.requestId), eq(auditEvents.action, 'consent_request.forwarded')));
    expect(events).toMatchObject([{ customerId: customer.tenant.id, partnerId: null, actorId: user.id }]);
    expect(JSON.stringify(events)).not.toContain('Between us.');
    const { admin: stranger } = await newCustomer();
    const open = await newRequest(partner.actor);
    await forwardRequest(user, { link: open, note: 'Between us.' });
    expect(await getInvitation(stranger, open)).toMatchObject({ kind: 'ready', forwards: [] });
  });

  it('refuses a note with a link', async () => {
    const attempt = forwardRequest(user, { link: await toUser(), note: 'see evil.example' });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('nobody to forward to', () => {
  it('in an organization whose administrators have no account that works', async () => {
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, customer.admin.id));
    const link = await toUser();
    expect(await forwardRequest(user, { link, note: '' })).toEqual({ ok: false, reason: 'no_administrator' });
    expect(await getInvitation(user, link)).toMatchObject({ kind: 'permission_required', administrators: [] });
  });

  it('but a cloud-native administrator, for a manufacturer', async () => {
    const oem = await newPartner('oem', 'admin_agent');
    const link = await newStandingLink(oem.actor);
    const own = { ...customer.admin, email: 'admin@contoso.example' };
    await db
      .update(users)
      .set({ email: `${own.id}@contoso.example` })
      .where(eq(users.id, own.id));
    const given = { link: { address: link.address() }, note: '' };
    expect(await forwardRequest(own, given)).toEqual({ ok: false, reason: 'no_administrator' });
    const cloud = await newPerson(customer.tenant, 'global_admin');
    expect(await forwardRequest(own, given)).toMatchObject({ ok: true });
    expect(await told(cloud)).toHaveLength(1);
  });
});

describe('nothing to forward', () => {
  it('for who can answer, for others’ requests, and by a link that is dead or unknown', async () => {
    const link = await toUser();
    const forward = (person: UserActor, given = link) => forwardRequest(person, { link: given, note: '' });
    expect(await forward(customer.admin)).toEqual({ ok: false, reason: 'not_needed' });
    expect(await forward(partner.actor)).toEqual({ ok: false, reason: 'own_organization' });
    const elsewhere = await newPerson(await newTenant('customer'), 'user');
    expect(await forward(elsewhere)).toEqual({ ok: false, reason: 'wrong_organization' });
    const unknown = { ok: false, reason: 'dead', why: 'unknown' };
    expect(await forward(user, { ...link, token: 'x'.repeat(43) })).toEqual(unknown);
    await db.update(consentRequests).set({ state: 'canceled' }).where(eq(consentRequests.id, link.requestId));
    expect(await forward(user)).toEqual({ ok: false, reason: 'dead', why: 'withdrawn' });
    expect(await forwards(link.requestId)).toEqual([]);
  });
});

describe('a standing link', () => {
  it('is forwarded with its address', async () => {
    const link = await newStandingLink(partner.actor);
    const address = link.address(true);
    expect(await forwardRequest(user, { link: { address }, note: 'For the laptops.' })).toMatchObject({ ok: true });
    const [mail] = await mailsTo(customer.admin.email);
    expect(mail?.links).toEqual([`http://localhost:3000${paths.standingInvitation(address)}`]);
    expect(await getStanding(customer.admin, { address })).toMatchObject({
      kind: 'ready',
      forwards: [{ by: user.name, note: 'For the laptops.' }],
    });
    expect(await getStanding(user, { address })).toMatchObject({ forwarded: { note: 'For the laptops.' } });
    expect(await acceptStandingAs(customer.admin, address, true)).toMatchObject({ ok: true });
  });
});
