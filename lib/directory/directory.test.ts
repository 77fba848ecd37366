import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { sessions, tenants, users } from '@/db/schema';
import { activitySearch } from '@/lib/audit/activity-search';
import { listActivity } from '@/lib/audit/queries';
import { systemActor } from '@/lib/auth/actor';
import { changePassword } from '@/lib/auth/change-password';
import { loadSession } from '@/lib/auth/load-session';
import { mailPasswordLink } from '@/lib/auth/mail-password-link';
import { setPassword } from '@/lib/auth/set-password';
import { signIn } from '@/lib/auth/sign-in';
import { changeRoles } from '@/lib/people/change-roles';
import { disableMember } from '@/lib/people/disable-member';
import { inviteMember } from '@/lib/people/invite-member';
import { removeMember } from '@/lib/people/remove-member';
import { findTenantByAddress } from '@/lib/tenants/find-by-address';
import { newCredentialToken } from '@/lib/testing/accounts';
import { again, directoryActor, newDirectoryPerson } from '@/lib/testing/directory';
import { mailsTo } from '@/lib/testing/mails';
import { goodPassword } from '@/lib/testing/people';
import { newCustomer, newPartner, newPerson, newTenant, testPassword } from '@/lib/testing/tenants';
import type { DirectoryPerson } from './claims';
import { connectDirectory } from './connect-directory';
import { disconnectDirectory } from './disconnect-directory';
import { noteWithoutRole } from './note-without-role';
import { readDirectory } from './queries';
import { signInByDirectory } from './sign-in-by-directory';

const enter = (person: DirectoryPerson, replaces: string | null = null) =>
  signInByDirectory(null, { person, from: null, replaces });
const tenantOf = async (tid: string) => (await db.select().from(tenants).where(eq(tenants.directoryId, tid)))[0];
const accountsOf = (tenantId: string) => db.select().from(users).where(eq(users.tenantId, tenantId));
const actionsIn = async (actor: Parameters<typeof listActivity>[0]) =>
  (await listActivity(actor, { ...activitySearch.parse({}), page: 1 })).rows.map(({ action }) => action).reverse();

describe('an organization that nobody has seen', () => {
  it('becomes a customer when the first of its people signs in', async () => {
    const person = newDirectoryPerson();
    const actor = await directoryActor(person);
    expect(actor).toMatchObject({
      name: 'Ada Byron',
      email: person.signInName,
      roles: ['global_admin'],
      directory: { cloudNative: true },
      tenant: {
        kind: 'customer',
        name: `d${person.tid.slice(0, 8)}`,
        domain: `d${person.tid.slice(0, 8)}.onmicrosoft.com`,
      },
    });
    expect(await tenantOf(person.tid)).toMatchObject({ id: actor.tenant.id, country: 'DE' });
    expect(await actionsIn(actor)).toEqual([
      'session.started',
      'directory.organization_added',
      'directory.roles_changed',
    ]);
  });

  it('becomes one customer when two are the first at once', async () => {
    const ada = newDirectoryPerson();
    const eve = newDirectoryPerson({ tid: ada.tid, globalAdmin: false });
    const [first, second] = await Promise.all([directoryActor(ada), directoryActor(eve)]);
    expect(first?.tenant.id).toBe(second?.tenant.id);
    expect(await accountsOf(first?.tenant.id ?? '')).toHaveLength(2);
  });

  it('is never found by its domain: who holds that connects its directory first', async () => {
    const { tenant, admin } = await newCustomer();
    const person = newDirectoryPerson({ signInName: admin.email });
    expect(await enter(person)).toEqual({ ok: false, reason: 'domain_taken' });
    expect(await accountsOf(tenant.id)).toHaveLength(1);
    expect(await tenantOf(person.tid)).toBeUndefined();
  });

  it.each([
    ['a guest', { guest: true, cloudNative: false, signInName: `ada@${uuidv7()}.example` }],
    ['an address that anybody gets', { signInName: `${uuidv7()}@gmail.com`, cloudNative: false }],
  ])('does not begin with %s', async (_who, given) => {
    const person = newDirectoryPerson(given);
    expect(await enter(person)).toEqual({ ok: false, reason: 'not_own_domain' });
    expect(await tenantOf(person.tid)).toBeUndefined();
  });
});

describe('somebody who comes again', () => {
  it('is the same account, as the directory calls them now', async () => {
    const person = newDirectoryPerson();
    const first = await directoryActor(person);
    const second = await directoryActor(
      again(person, { name: 'Ada Lovelace', signInName: `lovelace@${uuidv7()}.example`, cloudNative: false }),
    );
    expect(second).toMatchObject({ id: first.id, name: 'Ada Lovelace', directory: { cloudNative: false } });
    expect(await accountsOf(first.tenant.id)).toHaveLength(1);
  });

  it('is nobody else for having their address', async () => {
    const { tenant, admin } = await newCustomer();
    await db.update(tenants).set({ directoryId: uuidv7() }).where(eq(tenants.id, tenant.id));
    const [{ directoryId } = { directoryId: null }] = await db.select().from(tenants).where(eq(tenants.id, tenant.id));
    const actor = await directoryActor(
      newDirectoryPerson({ tid: directoryId ?? '', signInName: admin.email, globalAdmin: false }),
    );
    expect(actor).toMatchObject({ email: admin.email, roles: ['user'] });
    expect(actor.id).not.toBe(admin.id);
  });

  it('gains and loses the administrator with the directory, and is signed out everywhere by it', async () => {
    const person = newDirectoryPerson();
    const before = await directoryActor(person);
    const kept = await directoryActor(again(person));
    expect(await loadSession(before.sessionId)).not.toBeNull();
    const after = await directoryActor(again(person, { globalAdmin: false, intuneAdmin: true }));
    expect(after.roles).toEqual(['intune_admin']);
    expect(await Promise.all([before, kept].map(({ sessionId }) => loadSession(sessionId)))).toEqual([null, null]);
    expect((await directoryActor(again(person))).roles).toEqual(['global_admin']);
  });

  it('ends the session that the same browser had of them, and nobody else’s', async () => {
    const person = newDirectoryPerson();
    const before = await directoryActor(person);
    await enter(again(person), before.sessionId);
    expect(await loadSession(before.sessionId)).toBeNull();
    const { admin } = await newCustomer();
    await enter(again(person), admin.sessionId);
    expect(await loadSession(admin.sessionId)).not.toBeNull();
  });

  it('cannot come twice with one token, whichever way', async () => {
    const person = newDirectoryPerson();
    const results = await Promise.all([enter(person), enter(person), enter(person)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === 'replayed')).toHaveLength(2);
    const { admin } = await newCustomer();
    expect(await connectDirectory(admin, { person })).toEqual({ ok: false, reason: 'replayed' });
    expect(await noteWithoutRole(null, { person })).toEqual({ ok: false, reason: 'replayed' });
  });

  it('stays out when an administrator has disabled or removed them', async () => {
    const admin = newDirectoryPerson();
    const chief = await directoryActor(admin);
    for (const end of [disableMember, removeMember]) {
      const person = newDirectoryPerson({ tid: admin.tid });
      const member = await directoryActor(person);
      expect(await end(chief, { userId: member.id })).toEqual({ ok: true });
      expect(await enter(again(person))).toEqual({ ok: false, reason: 'switched_off' });
    }
  });
});

describe('a partner that is connected to its directory', () => {
  async function connected(kind: 'partner' | 'operator' = 'partner') {
    const tenant = kind === 'partner' ? (await newPartner('direct')).tenant : await newTenant('operator');
    const admin = await newPerson(tenant, kind === 'partner' ? 'global_admin' : 'support_admin');
    const person = newDirectoryPerson();
    expect(await connectDirectory(admin, { person })).toEqual({ ok: true });
    return { tenant, admin, person };
  }
  const unknown = (tid: string, given: Partial<DirectoryPerson> = {}) =>
    newDirectoryPerson({ tid, globalAdmin: false, ...given });

  it('lets its Global Administrators in as such, and the others once somebody gave them a role', async () => {
    const { admin, person, tenant } = await connected();
    expect((await directoryActor(again(person))).roles).toEqual(['global_admin']);
    const agent = unknown(person.tid);
    expect(await enter(agent)).toEqual({ ok: false, reason: 'no_role' });
    expect(await noteWithoutRole(null, { person: agent })).toEqual({ ok: true });
    const [account] = (await accountsOf(tenant.id)).filter(({ directoryOid }) => directoryOid === agent.oid);
    expect(account).toMatchObject({ roles: [], email: agent.signInName });
    await changeRoles(admin, { userId: account?.id ?? '', roles: ['sales_agent'] });
    expect((await directoryActor(again(agent))).roles).toEqual(['sales_agent']);
    expect((await directoryActor(again(agent, { globalAdmin: true }))).roles).toEqual(['global_admin', 'sales_agent']);
    expect(await actionsIn(admin)).toEqual(expect.arrayContaining(['directory.connected', 'directory.without_role']));
  });

  it('takes the last role of who is no Global Administrator any more, and their sessions', async () => {
    const { person } = await connected();
    const before = await directoryActor(again(person));
    const demoted = again(person, { globalAdmin: false });
    expect(await enter(demoted)).toEqual({ ok: false, reason: 'no_role' });
    expect(await noteWithoutRole(null, { person: demoted })).toEqual({ ok: true });
    expect(await loadSession(before.sessionId)).toBeNull();
  });

  it('does not decide over the directory on its People page', async () => {
    const { admin, person } = await connected();
    const chief = await directoryActor(again(person));
    const refused = { ok: false, reason: 'directory_decides' };
    expect(await changeRoles(admin, { userId: chief.id, roles: ['sales_agent'] })).toEqual(refused);
    const roles = ['global_admin', 'sales_agent'] as const;
    expect(await changeRoles(admin, { userId: chief.id, roles: [...roles] })).toEqual({ ok: true });
    const customer = newDirectoryPerson();
    const theirs = await directoryActor(customer);
    const colleague = await directoryActor(newDirectoryPerson({ tid: customer.tid, globalAdmin: false }));
    expect(await changeRoles(theirs, { userId: colleague.id, roles: ['intune_admin'] })).toEqual(refused);
  });

  it('gives nobody of the operator a role', async () => {
    const { person } = await connected('operator');
    expect(await enter(again(person))).toEqual({ ok: false, reason: 'no_role' });
  });

  it('keeps its accounts with passwords, also those with an address of the directory', async () => {
    const { admin, person } = await connected();
    await directoryActor(again(person, { signInName: admin.email }));
    expect(await signIn(null, { email: admin.email, password: testPassword })).toMatchObject({ ok: true });
    expect(
      await inviteMember(admin, {
        invitationId: uuidv7(),
        name: 'Eve',
        email: person.signInName,
        roles: ['sales_agent'],
      }),
    ).toEqual({ ok: true });
  });

  it('is told by mail, and may disconnect while somebody is left who can sign in', async () => {
    const { admin, person, tenant } = await connected();
    expect((await mailsTo(admin.email)).map(({ subject }) => subject)).toEqual([
      `${tenant.name} is connected to Microsoft Entra ID`,
    ]);
    const member = await directoryActor(again(person));
    expect(await disconnectDirectory(admin, {})).toEqual({ ok: true });
    expect(await loadSession(member.sessionId)).toBeNull();
    expect(await loadSession(admin.sessionId)).not.toBeNull();
    expect(await disconnectDirectory(admin, {})).toEqual({ ok: false, reason: 'not_connected' });
    expect(await connectDirectory(admin, { person: again(person) })).toEqual({ ok: true });
    expect((await directoryActor(again(person))).id).toBe(member.id);
  });

  it('connects by a Global Administrator of a directory that is free, and once', async () => {
    const { admin, person } = await connected();
    const refused = (reason: string) => ({ ok: false, reason });
    expect(await connectDirectory(admin, { person: newDirectoryPerson() })).toEqual(refused('already_connected'));
    const { admin: another } = await newCustomer();
    expect(await connectDirectory(another, { person: again(person) })).toEqual(refused('directory_taken'));
    const agent = newDirectoryPerson({ globalAdmin: false });
    expect(await connectDirectory(another, { person: agent })).toEqual(refused('not_administrator'));
    expect(await readDirectory(another, {})).toMatchObject({ directoryId: null });
  });

  it('connects to one directory when two organizations want it at once', async () => {
    const person = newDirectoryPerson();
    const admins = await Promise.all([newCustomer(), newCustomer(), newCustomer()]);
    const results = await Promise.all(admins.map(({ admin }) => connectDirectory(admin, { person: again(person) })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === 'directory_taken')).toHaveLength(2);
  });
});

describe('a customer that came by its directory', () => {
  it('cannot disconnect it while nobody with a password answers for it', async () => {
    const chief = await directoryActor(newDirectoryPerson());
    expect(await disconnectDirectory(chief, {})).toEqual({ ok: false, reason: 'no_local_administrator' });
    const [tenant] = await db.select().from(tenants).where(eq(tenants.id, chief.tenant.id));
    if (!tenant) throw new Error('the organization is not there');
    const local = await newPerson(tenant, 'global_admin');
    expect(await disconnectDirectory(chief, {})).toEqual({ ok: true });
    expect(await loadSession(chief.sessionId)).toBeNull();
    expect(await loadSession(local.sessionId)).not.toBeNull();
  });
});

describe('an account of a directory', () => {
  it('has no password: none lets in, none is mailed, none can be set or changed', async () => {
    const actor = await directoryActor(newDirectoryPerson());
    const { id, email } = actor;
    for (const password of ['', testPassword, goodPassword])
      expect(await signIn(null, { email, password: password || ' ' })).toEqual({
        ok: false,
        reason: 'wrong_credentials',
      });
    expect(await mailPasswordLink(systemActor('test'), { email })).toEqual({ ok: false, reason: 'unknown' });
    const token = await newCredentialToken(id, 'new_password');
    expect(await setPassword(null, { token, password: goodPassword })).toEqual({ ok: false, reason: 'dead_link' });
    const change = { current: goodPassword, password: 'plum lantern wobble 72' };
    expect(await changePassword(actor, change)).toEqual({ ok: false, reason: 'wrong_password' });
    expect((await accountsOf(actor.tenant.id)).map(({ passwordHash }) => passwordHash)).toEqual(['']);
  });

  it('says in its session that the directory let it in', async () => {
    const { sessionId } = await directoryActor(newDirectoryPerson());
    const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(session).toMatchObject({ method: 'directory', revokedAt: null });
  });
});

describe('whose an address is', () => {
  it('says an account with a password, then a domain, then what one directory calls its people', async () => {
    const { tenant, admin } = await newCustomer();
    const elsewhere = `zoe@${uuidv7()}.example`;
    const first = newDirectoryPerson();
    await directoryActor(first);
    const calls = (tid: string, signInName: string) =>
      directoryActor(newDirectoryPerson({ tid, signInName, guest: true, cloudNative: false }));
    await calls(first.tid, admin.email);
    await calls(first.tid, `nobody@${tenant.domain}`);
    const named = await calls(first.tid, elsewhere);
    expect(await findTenantByAddress(admin.email)).toBe(tenant.id);
    expect(await findTenantByAddress(`nobody@${tenant.domain}`)).toBe(tenant.id);
    expect(await findTenantByAddress(elsewhere)).toBe(named.tenant.id);
    const second = newDirectoryPerson();
    await directoryActor(second);
    await calls(second.tid, elsewhere);
    expect(await findTenantByAddress(elsewhere)).toBeNull();
  });
});
