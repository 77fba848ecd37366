import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db, transaction } from '@/db';
import { auditEvents, notifications, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { mailsTo } from '@/lib/testing/mails';
import { newCustomer, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { markRead } from './mark-read';
import { notify } from './notify';
import { countUnread, latestNotifications, listNotifications, notificationsPerPage, readPreferences } from './queries';
import { savePreferences } from './save-preferences';

/** Tells a person that this customer accepted. */
const accepted = (person: UserActor, customer = 'Contoso') =>
  notify({
    kind: 'request_accepted',
    to: { userIds: [person.id] },
    params: { customer },
    path: '/partner/customers',
  });
const agent = async () => (await newPartner('direct', 'admin_agent')).actor;
const unread = (person: UserActor) => countUnread(person, {});
const latest = async (person: UserActor) => (await latestNotifications(person, {})).latest;
const newest = async (person: UserActor) => (await latest(person))[0]?.id ?? '';
const eventsOf = (person: UserActor) => db.select().from(auditEvents).where(eq(auditEvents.actorId, person.id));

describe('telling a person', () => {
  it('puts the sentence into the bell and into a mail', async () => {
    const person = await agent();
    await accepted(person);
    expect(await latest(person)).toEqual([
      {
        id: expect.any(String),
        sentence: 'Contoso accepted your request.',
        path: '/partner/customers',
        createdAt: expect.any(Date),
        read: false,
      },
    ]);
    const [mail] = await mailsTo(person.email);
    expect(mail).toMatchObject({
      subject: 'Contoso accepted your request',
      links: ['http://localhost:3000/partner/customers'],
    });
  });

  it('happens with what it tells of, or not at all', async () => {
    const person = await agent();
    const undone = transaction(async () => {
      await accepted(person);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect(await unread(person)).toBe(0);
    expect(await mailsTo(person.email)).toEqual([]);
  });

  it('leaves out a disabled account', async () => {
    const person = await agent();
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, person.id));
    await accepted(person);
    expect(await unread(person)).toBe(0);
    expect(await mailsTo(person.email)).toEqual([]);
  });

  it('leaves out whose role it no longer concerns', async () => {
    const { actor } = await newPartner('direct', 'helpdesk_agent');
    await accepted(actor);
    expect(await unread(actor)).toBe(0);
  });

  it('reaches everybody of an organization whom it can concern, and nobody else', async () => {
    const { tenant, actor: owner } = await newPartner('direct', 'global_admin');
    const [seller, helpdesk] = [await newPerson(tenant, 'sales_agent'), await newPerson(tenant, 'helpdesk_agent')];
    const stranger = await agent();
    const params = { organization: 'Contoso', endedBy: 'Contoso' };
    await notify({ kind: 'consent_ended', to: { tenantId: tenant.id }, params, path: '/partner/customers' });
    expect(await Promise.all([owner, seller, helpdesk, stranger].map(unread))).toEqual([1, 1, 0, 0]);
  });
});

describe('the switches', () => {
  const off = (inApp: boolean, mail: boolean) => ({
    preferences: [{ kind: 'request_accepted' as const, inApp, mail }],
  });

  it.each([
    [true, true, 1, 1],
    [false, true, 0, 1],
    [true, false, 1, 0],
    [false, false, 0, 0],
  ])('in the portal %s and mail %s: %i in the bell, %i mails', async (inApp, mail, told, mailed) => {
    const person = await agent();
    await savePreferences(person, off(inApp, mail));
    await accepted(person);
    expect(await unread(person)).toBe(told);
    expect(await mailsTo(person.email)).toHaveLength(mailed);
  });

  it('are all on for who never touched them, and one kind leaves the others alone', async () => {
    const person = await agent();
    const before = await readPreferences(person, {});
    expect(before.every(({ inApp, mail }) => inApp && mail)).toBe(true);
    await savePreferences(person, off(false, true));
    const after = await readPreferences(person, {});
    expect(after.filter(({ inApp, mail }) => !(inApp && mail))).toEqual([
      { kind: 'request_accepted', inApp: false, mail: true },
    ]);
  });

  it('are each person’s own', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    const colleague = await newPerson(tenant, 'admin_agent');
    await savePreferences(actor, off(false, false));
    await accepted(colleague);
    expect(await unread(colleague)).toBe(1);
  });

  it('saved twice are one change in the log', async () => {
    const person = await agent();
    expect(await savePreferences(person, off(false, true))).toEqual({ ok: true });
    expect(await savePreferences(person, off(false, true))).toEqual({ ok: false, reason: 'unchanged' });
    expect(await eventsOf(person)).toMatchObject([
      {
        action: 'notification_preferences.saved',
        detail: { changed: [{ kind: 'request_accepted', inApp: false, mail: true }] },
      },
    ]);
  });

  it('are those that can concern the person', async () => {
    const kinds = async (person: UserActor) => (await readPreferences(person, {})).map(({ kind }) => kind);
    const agents = await kinds(await agent());
    expect(agents).toEqual(expect.arrayContaining(['request_accepted', 'upload_finished', 'renewal_asked']));
    expect(agents).not.toContain('provider_answered');
    expect(await kinds((await newCustomer()).admin)).toEqual([
      'request_forwarded',
      'answer_wanted',
      'consent_ended',
      'consent_ending',
      'consent_kept',
      'consent_unused',
      'removal_answered',
      'release_asked',
      'release_due',
      'release_settled',
      'surface_registered',
      'surface_taken_back',
      'viewing_started',
    ]);
    expect(await kinds((await newPartner('direct', 'helpdesk_agent')).actor)).toEqual(['organization_suspended']);
    expect(await kinds(await newPerson(await newTenant('operator'), 'support_admin'))).toEqual([
      'removal_asked',
      'oem_link_asked',
      'conflict_escalated',
      'surface_finished',
      'promotion_proposed',
      'suspension_proposed',
      'suspension_decided',
    ]);
    expect(await kinds((await newPartner('oem', 'sales_agent')).actor)).toEqual([
      'request_accepted',
      'request_declined',
      'consent_ended',
      'consent_ending',
      'consent_kept',
      'consent_unused',
      'oem_link_answered',
      'release_asked',
      'release_due',
      'release_settled',
      'release_answered',
      'organization_suspended',
    ]);
  });
});

describe('reading', () => {
  it('one leaves the others unread', async () => {
    const person = await agent();
    await accepted(person, 'Contoso');
    await accepted(person, 'Tailspin');
    expect(await markRead(person, { id: await newest(person) })).toEqual({ ok: true });
    expect((await latest(person)).map(({ sentence, read }) => [sentence, read])).toEqual([
      ['Tailspin accepted your request.', true],
      ['Contoso accepted your request.', false],
    ]);
  });

  it('all marks what was seen, and not what came since', async () => {
    const person = await agent();
    await accepted(person, 'Contoso');
    await accepted(person, 'Tailspin');
    const seen = await newest(person);
    await accepted(person, 'Wingtip');
    expect(await markRead(person, { id: seen, andOlder: true })).toEqual({ ok: true });
    expect(await unread(person)).toBe(1);
    expect(await eventsOf(person)).toMatchObject([{ action: 'notification.read', detail: { notifications: 2 } }]);
  });

  it('twice is once', async () => {
    const person = await agent();
    await accepted(person);
    const id = await newest(person);
    await markRead(person, { id });
    expect(await markRead(person, { id, andOlder: true })).toEqual({ ok: false, reason: 'already_read' });
    expect(await eventsOf(person)).toHaveLength(1);
  });

  it('somebody else’s is not found, and stays as it is', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    const colleague = await newPerson(tenant, 'admin_agent');
    await accepted(actor);
    const id = await newest(actor);
    for (const andOlder of [false, true]) {
      await expect(markRead(colleague, { id, andOlder })).rejects.toMatchObject({ code: 'not_found' });
      await expect(markRead(colleague, { id: uuidv7(), andOlder })).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await unread(actor)).toBe(1);
    expect(await latest(colleague)).toEqual([]);
  });
});

describe('the list', () => {
  it('has pages, newest first; a page past the end is the last one', async () => {
    const person = await agent();
    const total = notificationsPerPage + 2;
    for (let at = 0; at < total; at++) await accepted(person, `Customer ${at}`);
    const first = await listNotifications(person, {});
    expect(first).toMatchObject({ total, page: 1, unread: total });
    expect(first.rows[0]?.sentence).toBe(`Customer ${total - 1} accepted your request.`);
    const last = await listNotifications(person, { page: 99 });
    expect(last.page).toBe(2);
    expect(last.rows.map(({ sentence }) => sentence)).toEqual([
      'Customer 1 accepted your request.',
      'Customer 0 accepted your request.',
    ]);
  });

  it('counts to a hundred and no further', async () => {
    const person = await agent();
    const row = { userId: person.id, kind: 'request_accepted', params: { customer: 'Contoso' }, path: '/partner' };
    await db
      .insert(notifications)
      .values(Array.from({ length: 150 }, () => ({ id: uuidv7(), ...row, createdAt: now() })));
    expect(await unread(person)).toBe(100);
  });

  it('is refused to visitors', async () => {
    await expect(countUnread(null, {})).rejects.toMatchObject({ code: 'signed_out' });
    await expect(listNotifications(null, {})).rejects.toMatchObject({ code: 'signed_out' });
    await expect(markRead(null, { id: uuidv7() })).rejects.toMatchObject({ code: 'signed_out' });
  });
});
