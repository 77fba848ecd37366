import { and, desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { type tenants, users } from '@/db/schema';
import type { Role } from '@/lib/auth/actor';
import { endSessions } from '@/lib/auth/end-sessions';
import { toActor } from '@/lib/auth/load-session';
import { noPassword } from '@/lib/auth/password';
import { now } from '@/lib/clock';
import type { AlsoAbout } from '@/lib/command';
import { type DirectoryPerson, rolesFrom } from './claims';
import { settleOrganization } from './settle-organization';
import { spendNonce } from './spend-nonce';

type Tenant = typeof tenants.$inferSelect;

/**
 * Who signed in at a directory, as an account here, in the open transaction: made at the first time, and brought up to date at each,
 * its roles too; when these change, all sessions of the person end. Known by the directory's id and theirs in it, never by an
 * address. Refused: `replayed`, `domain_taken`, `not_own_domain`, and `switched_off` for whom an administrator here has disabled or removed.
 */
export async function settlePerson(person: DirectoryPerson, also: AlsoAbout) {
  if (!(await spendNonce(person))) return { ok: false, reason: 'replayed' } as const;
  const settled = await settleOrganization(person);
  if (!settled.ok) return settled;
  const { tenant } = settled;
  const account = await accountOf(tenant, person);
  if (account.disabledAt) return { ok: false, reason: 'switched_off' } as const;
  const before = account.roles as Role[];
  const roles = rolesFrom(person, tenant.kind, before);
  const { name, signInName: email, cloudNative } = person;
  const current = { name, nameKey: name.toLowerCase(), email, cloudNative, roles };
  const user = { ...account, ...current };
  await db.update(users).set(current).where(eq(users.id, user.id));
  const actor = toActor(user, tenant, '');
  if (settled.isNew)
    also('directory.organization_added', { actor, subjectId: tenant.id, detail: { organization: tenant.name } });
  if ([...before].sort().join() !== [...roles].sort().join()) {
    await endSessions(user.id, now());
    also('directory.roles_changed', { actor, subjectId: user.id, detail: { person: name, before, roles } });
  }
  return { ok: true, user, tenant } as const;
}

/** The newest account of the person, be it switched off; one without roles is made where there is none. */
async function accountOf(tenant: Tenant, { oid, name, signInName, cloudNative }: DirectoryPerson) {
  const theirs = and(eq(users.tenantId, tenant.id), eq(users.directoryOid, oid));
  const found = () => db.select().from(users).where(theirs).orderBy(desc(users.createdAt)).limit(1);
  const [known] = await found();
  if (known) return known;
  const [made] = await db
    .insert(users)
    .values({
      id: uuidv7(),
      tenantId: tenant.id,
      email: signInName,
      name,
      nameKey: name.toLowerCase(),
      passwordHash: noPassword,
      roles: [],
      createdAt: now(),
      directoryOid: oid,
      cloudNative,
    })
    .onConflictDoNothing()
    .returning();
  const account = made ?? (await found())[0];
  if (!account) throw new Error('an account that another sign-in made is not there');
  return account;
}
