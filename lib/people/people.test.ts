import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, users } from '@/db/schema';
import { loadSession } from '@/lib/auth/load-session';
import { signIn } from '@/lib/auth/sign-in';
import { findInvitation } from '@/lib/consent/invitation-queries';
import { newJoining } from '@/lib/testing/people';
import { newRequest } from '@/lib/testing/requests';
import { newCustomer, newPartner, newPerson, newTenant, testPassword } from '@/lib/testing/tenants';
import { changeRoles } from './change-roles';
import { disableMember } from './disable-member';
import { enableMember } from './enable-member';
import { listPeople, readPerson } from './queries';
import { removeMember } from './remove-member';

const rolesOf = async (id: string) => (await db.select().from(users).where(eq(users.id, id)))[0]?.roles;
const eventsOf = (id: string, action: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, id), eq(auditEvents.action, action)));
const partner = async () => {
  const { tenant, actor: admin } = await newPartner('direct', 'global_admin');
  return { tenant, admin, agent: await newPerson(tenant, 'admin_agent') };
};

describe('changing roles', () => {
  it('ends every session of the person, and is in the log with what was before', async () => {
    const { admin, agent } = await partner();
    expect(await changeRoles(admin, { userId: agent.id, roles: ['sales_agent', 'helpdesk_agent'] })).toEqual({
      ok: true,
    });
    expect(await rolesOf(agent.id)).toEqual(['sales_agent', 'helpdesk_agent']);
    expect(await loadSession(agent.sessionId)).toBeNull();
    const [event, ...more] = await eventsOf(agent.id, 'member.roles_changed');
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      actorId: admin.id,
      tenantId: admin.tenant.id,
      detail: { before: ['admin_agent'], roles: ['sales_agent', 'helpdesk_agent'] },
    });
  });

  it('to what they are changes nothing', async () => {
    const { admin, agent } = await partner();
    const same = await changeRoles(admin, { userId: agent.id, roles: ['admin_agent'] });
    expect(same).toEqual({ ok: false, reason: 'unchanged' });
    expect(await loadSession(agent.sessionId)).not.toBeNull();
  });

  it('takes only roles of the kind of organization', async () => {
    const { admin, agent } = await partner();
    await expect(changeRoles(admin, { userId: agent.id, roles: ['intune_admin'] })).rejects.toMatchObject({
      code: 'invalid',
      fields: { roles: expect.any(String) },
    });
  });

  it.each(['partner', 'customer', 'operator'] as const)('leaves a %s somebody who answers for it', async (kind) => {
    const chief = kind === 'operator' ? 'support_admin' : 'global_admin';
    const lesser = ({ partner: 'sales_agent', customer: 'user', operator: 'support_agent' } as const)[kind];
    const tenant = await newTenant(kind, kind === 'partner' ? { partnerType: 'direct' } : {});
    const last = await newPerson(tenant, chief);
    await newPerson(tenant, lesser);
    const gone = await newPerson(tenant, chief);
    await disableMember(last, { userId: gone.id });
    const alone = await changeRoles(last, { userId: last.id, roles: [lesser] });
    expect(alone).toEqual({ ok: false, reason: 'last_administrator' });
    await enableMember(last, { userId: gone.id });
    expect(await changeRoles(last, { userId: last.id, roles: [lesser] })).toEqual({ ok: true });
  });

  it('of each other at once by the last two leaves one of them', async () => {
    const { tenant, admin } = await partner();
    const other = await newPerson(tenant, 'global_admin');
    const outcomes = await Promise.allSettled([
      changeRoles(admin, { userId: other.id, roles: ['sales_agent'] }),
      changeRoles(other, { userId: admin.id, roles: ['sales_agent'] }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const left = [await rolesOf(admin.id), await rolesOf(other.id)].filter((roles) => roles?.includes('global_admin'));
    expect(left).toHaveLength(1);
  });

  it('by two who both step down at once leaves one of them', async () => {
    const { tenant, admin } = await partner();
    const other = await newPerson(tenant, 'global_admin');
    const outcomes = await Promise.all(
      [admin, other].map((person) => changeRoles(person, { userId: person.id, roles: ['sales_agent'] })),
    );
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes).toContainEqual({ ok: false, reason: 'last_administrator' });
  });
});

describe('a user administrator', () => {
  const world = async () => {
    const { tenant, admin, agent } = await partner();
    return { admin, agent, manager: await newPerson(tenant, 'user_admin') };
  };

  it('manages everybody but global administrators', async () => {
    const { admin, agent, manager } = await world();
    expect(await changeRoles(manager, { userId: agent.id, roles: ['sales_agent'] })).toEqual({ ok: true });
    const refused = { ok: false, reason: 'above_you' };
    expect(await changeRoles(manager, { userId: agent.id, roles: ['global_admin'] })).toEqual(refused);
    expect(await changeRoles(manager, { userId: manager.id, roles: ['admin_agent'] })).toEqual(refused);
    expect(await changeRoles(manager, { userId: admin.id, roles: ['sales_agent'] })).toEqual(refused);
    expect(await disableMember(manager, { userId: admin.id })).toEqual(refused);
    expect(await removeMember(manager, { userId: admin.id })).toEqual(refused);
    expect((await readPerson(manager, { userId: admin.id })).mayChange).toBe(false);
  });
});

describe('disabling an account', () => {
  it('ends its sessions, keeps it from signing in, and is taken back by enabling it', async () => {
    const { admin, agent } = await partner();
    const credentials = { email: agent.email, password: testPassword };
    expect(await disableMember(admin, { userId: agent.id })).toEqual({ ok: true });
    expect(await loadSession(agent.sessionId)).toBeNull();
    expect(await signIn(null, credentials)).toEqual({ ok: false, reason: 'wrong_credentials' });
    expect(await disableMember(admin, { userId: agent.id })).toEqual({ ok: false, reason: 'already_disabled' });
    expect(await enableMember(admin, { userId: agent.id })).toEqual({ ok: true });
    expect(await enableMember(admin, { userId: agent.id })).toEqual({ ok: false, reason: 'already_enabled' });
    expect(await loadSession(agent.sessionId)).toBeNull();
    expect(await signIn(null, credentials)).toMatchObject({ ok: true });
  });

  it('is nothing one does to oneself', async () => {
    const { admin } = await partner();
    expect(await disableMember(admin, { userId: admin.id })).toEqual({ ok: false, reason: 'own_account' });
    expect(await removeMember(admin, { userId: admin.id })).toEqual({ ok: false, reason: 'own_account' });
  });
});

describe('removing an account', () => {
  it('ends it for good, and everything it left open dies with it', async () => {
    const { admin, agent, tenant } = await partner();
    const { token } = await newRequest(agent);
    expect(await removeMember(admin, { userId: agent.id })).toEqual({ ok: true });
    expect(await loadSession(agent.sessionId)).toBeNull();
    expect(await signIn(null, { email: agent.email, password: testPassword })).toMatchObject({ ok: false });
    expect(await findInvitation(null, { token })).toMatchObject({ kind: 'dead', why: 'withdrawn' });
    await expect(enableMember(admin, { userId: agent.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(removeMember(admin, { userId: agent.id })).rejects.toMatchObject({ code: 'not_found' });
    expect((await listPeople(admin, { q: '', page: 1 })).rows.map(({ id }) => id)).toEqual([admin.id]);
    expect(await eventsOf(agent.id, 'member.removed')).toHaveLength(1);
    expect(tenant.id).toBe(admin.tenant.id);
  });

  it('frees the address, and the new account does not wake the old links', async () => {
    const { admin, agent } = await partner();
    const { token } = await newRequest(agent);
    await removeMember(admin, { userId: agent.id });
    const again = await newJoining(admin, { email: agent.email, roles: ['admin_agent'] });
    expect(again.token).toMatch(/^.{43}$/);
    expect(await findInvitation(null, { token })).toMatchObject({ kind: 'dead', why: 'withdrawn' });
  });
});

describe('the list of people', () => {
  it('shows the own organization by address, and finds a part of one as it is written', async () => {
    const { admin, agent, tenant } = await partner();
    await newCustomer();
    const off = await newPerson(tenant, 'helpdesk_agent');
    await disableMember(admin, { userId: off.id });
    const { rows, total } = await listPeople(admin, { q: '', page: 1 });
    expect(rows.map(({ email }) => email)).toEqual([admin.email, agent.email, off.email].sort());
    expect(total).toBe(3);
    expect(rows.find(({ id }) => id === off.id)?.disabledAt).toBeInstanceOf(Date);
    expect(rows.find(({ id }) => id === agent.id)?.seenAt).toBeInstanceOf(Date);
    expect(
      (await listPeople(admin, { q: agent.email.slice(2, 9).toUpperCase(), page: 1 })).rows.map(({ id }) => id),
    ).toEqual([agent.id]);
    expect((await listPeople(admin, { q: '%', page: 1 })).rows).toEqual([]);
  });
});
