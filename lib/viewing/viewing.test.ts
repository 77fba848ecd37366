import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { jobs, sessions, users } from '@/db/schema';
import { activityListInput } from '@/lib/audit/activity-search';
import { listActivity } from '@/lib/audit/queries';
import { ownActor, type UserActor } from '@/lib/auth/actor';
import { loadSession } from '@/lib/auth/load-session';
import { signOut } from '@/lib/auth/sign-out';
import { createClient } from '@/lib/clients/create-client';
import { later, minutes, now, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { openStream } from '@/lib/live/open-stream';
import { latestNotifications } from '@/lib/notifications/queries';
import { getCustomer, listCustomers } from '@/lib/partners/customer-queries';
import { customerListInput } from '@/lib/partners/customer-search';
import { newConsent, newCustomer, newPerson, newTenant } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, send } from '@/lib/testing/uploads';
import { newViewer } from '@/lib/testing/viewings';
import { endViewing } from './end-viewing';
import { startViewing } from './start-viewing';

const newest = activityListInput.parse({});
const again = async ({ sessionId }: UserActor) => loadSession(sessionId);
const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence }) => sentence);
const words = { role: 'global_admin', askedBy: 'Ada', reason: 'A list looks empty' } as const;

afterEach(() => setClock());

describe('one of support who sees what a partner sees', () => {
  it('finds its rows and nobody else’s', async () => {
    const { partner, customerId } = await newRegistrar();
    const { customerId: another } = await newRegistrar();
    const { viewer } = await newViewer(partner.id, 'admin_agent');
    const { rows } = await listCustomers(viewer, customerListInput.parse({}));
    expect(rows.map(({ id }) => id)).toEqual([customerId]);
    for (const id of [another, uuidv7()])
      await expect(getCustomer(viewer, { id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('sends no file, makes no client, and follows nothing live', async () => {
    const { partner, customerId } = await newRegistrar();
    const agent = await newViewer(partner.id, 'admin_agent');
    const refused = { code: 'viewing', status: 403 };
    await expect(send(agent.viewer, customerId, deviceFile('S-1,,,Contoso,Atlas'))).rejects.toMatchObject(refused);
    await expect(openStream(agent.viewer, 0)).rejects.toMatchObject(refused);
    const { viewer } = await newViewer(partner.id, 'global_admin');
    const client = { id: uuidv7(), name: 'Stock', scopes: ['read' as const] };
    await expect(createClient(viewer, client)).rejects.toMatchObject(refused);
  });

  it('has nobody’s notifications before them: not theirs, and not those of a person there', async () => {
    const { tenant, admin } = await newCustomer();
    const { viewer } = await newViewer(tenant.id, 'global_admin');
    expect(await told(viewer)).toEqual([]);
    expect(await told(admin)).toHaveLength(1);
  });
});

describe('a viewing', () => {
  it('is told to the global administrators, and stands in both logs with who asked and why', async () => {
    const customer = await newCustomer();
    const user = await newPerson(customer.tenant, 'user');
    const { self } = await newViewer(customer.tenant.id, 'global_admin');
    expect(await told(customer.admin)).toEqual([
      `${self.name} of Countersign support sees for up to 30 minutes what your organization sees, as its global administrator. Nothing can be changed; your activity log says why.`,
    ]);
    expect(await told(user)).toEqual([]);
    await endViewing(self, {});
    for (const reader of [customer.admin, self]) {
      const [ended, started] = (await listActivity(reader, newest)).rows;
      expect(started).toMatchObject({
        action: 'viewing.started',
        person: self.name,
        detail: { role: 'global_admin', askedBy: 'Ada, case 12', reason: 'A list looks empty' },
      });
      expect(ended).toMatchObject({ action: 'viewing.ended', person: self.name });
    }
  });

  it('ends by the person, who is themself again', async () => {
    const { self } = await newViewer((await newTenant('customer')).id, 'user');
    expect(await endViewing(self, {})).toMatchObject({ ok: true });
    expect(await again(self)).toMatchObject({ id: self.id, viewer: null });
    expect(await endViewing(self, {})).toEqual({ ok: false, reason: 'not_viewing' });
  });

  it('ends after half an hour, whether or not the job has come round, which then logs it once', async () => {
    await db.delete(jobs);
    const customer = await newCustomer();
    const { self, viewer } = await newViewer(customer.tenant.id, 'user');
    setClock(() => later(new Date(), minutes(29)));
    await db.update(sessions).set({ seenAt: now() }).where(eq(sessions.id, self.sessionId));
    expect(await again(self)).toMatchObject({ id: viewer.id });
    await runUntilEmpty();
    setClock(() => later(new Date(), minutes(31)));
    expect(await again(self)).toMatchObject({ id: self.id, viewer: null });
    await runUntilEmpty();
    const actions = (await listActivity(customer.admin, newest)).rows.map(({ action }) => action);
    expect(actions).toEqual(['viewing.ended', 'viewing.started']);
  });

  it('that is over makes room for the next, and is logged then', async () => {
    const customer = await newCustomer();
    const { self } = await newViewer(customer.tenant.id, 'user');
    setClock(() => later(new Date(), minutes(31)));
    expect(await startViewing(self, { tenantId: customer.tenant.id, ...words })).toMatchObject({ ok: true });
    const actions = (await listActivity(customer.admin, newest)).rows.map(({ action }) => action);
    expect(actions.toSorted()).toEqual(['viewing.ended', 'viewing.started', 'viewing.started']);
  });

  it('ends with the session, and is logged', async () => {
    const customer = await newCustomer();
    const { self, viewer } = await newViewer(customer.tenant.id, 'user');
    await expect(signOut(viewer, {})).rejects.toMatchObject({ code: 'viewing' });
    expect(await signOut(ownActor(viewer), {})).toEqual({ ok: true });
    expect(await again(self)).toBe(null);
    const [latest] = (await listActivity(customer.admin, newest)).rows;
    expect(latest).toMatchObject({ action: 'viewing.ended' });
  });

  it('ends with the role', async () => {
    const { self } = await newViewer((await newTenant('customer')).id, 'user');
    await db.update(users).set({ roles: [] }).where(eq(users.id, self.id));
    expect(await again(self)).toMatchObject({ id: self.id, roles: [], viewer: null });
  });

  it('is of one session alone: a colleague and the same person elsewhere see with their own eyes', async () => {
    const { self } = await newViewer((await newTenant('customer')).id, 'user');
    const elsewhere = uuidv7();
    const at = now();
    const row = { id: elsewhere, userId: self.id, createdAt: at, seenAt: at, expiresAt: later(at, minutes(60)) };
    await db.insert(sessions).values(row);
    expect(await loadSession(elsewhere)).toMatchObject({ id: self.id, viewer: null });
  });

  it('shows the roles of that kind of organization, and not the operator', async () => {
    const self = await newPerson(await newTenant('operator'), 'support_admin');
    const { id: tenantId } = await newTenant('customer');
    const asked = { ...words, tenantId };
    expect(await startViewing(self, { ...asked, role: 'admin_agent' })).toEqual({ ok: false, reason: 'no_such_role' });
    for (const operator of [self.tenant.id, (await newTenant('operator')).id])
      expect(await startViewing(self, { ...words, tenantId: operator })).toEqual({
        ok: false,
        reason: 'own_organization',
      });
    await expect(startViewing(self, { ...asked, tenantId: uuidv7() })).rejects.toMatchObject({ code: 'not_found' });
    await expect(startViewing(self, { ...asked, askedBy: '', reason: '' })).rejects.toMatchObject({
      fields: { askedBy: 'Say who asked for it.', reason: 'Say why, in a sentence or two.' },
    });
  });

  it('does not nest: of two at once one begins', async () => {
    const self = await newPerson(await newTenant('operator'), 'support_agent');
    const one = async () => startViewing(self, { ...words, tenantId: (await newTenant('customer')).id });
    const answers = await Promise.all([one(), one()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'already_viewing' });
  });
});

it('the eyes of a suspended partner see what it sees', async () => {
  const customer = await newCustomer();
  const partner = await newTenant('partner', { partnerType: 'direct', suspendedAt: now() });
  await newConsent(customer, partner);
  const { viewer } = await newViewer(partner.id, 'admin_agent');
  expect((await listCustomers(viewer, customerListInput.parse({}))).total).toBe(0);
});
