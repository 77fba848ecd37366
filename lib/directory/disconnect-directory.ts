import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { sessions, tenants, users } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { holdPeople } from '@/lib/people/hold-people';
import { countLocalChiefs } from './local-chiefs';
import { tellChiefs } from './tell-chiefs';

/**
 * Takes the actor's organization off its directory: whoever signed in by it is signed out, and cannot sign in any more unless it
 * is connected again. Outcomes: `not_connected`, and `no_local_administrator` where nobody would be left who could sign in and
 * answers for the organization.
 */
export const disconnectDirectory = command({
  allow: 'directory:connect',
  input: z.object({}),
  audit: 'directory.disconnected',
  async run({ actor, about }) {
    const administrator = await holdPeople(actor);
    const { tenant } = administrator;
    const [before] = await db.select({ tid: tenants.directoryId }).from(tenants).where(eq(tenants.id, tenant.id));
    if (!before?.tid) return { ok: false, reason: 'not_connected' } as const;
    if ((await countLocalChiefs(tenant)) === 0) return { ok: false, reason: 'no_local_administrator' } as const;
    const at = now();
    await db.update(tenants).set({ directoryId: null }).where(eq(tenants.id, tenant.id));
    const theirs = db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.tenantId, tenant.id), isNotNull(users.directoryOid)));
    await db
      .update(sessions)
      .set({ revokedAt: at })
      .where(and(inArray(sessions.userId, theirs), isNull(sessions.revokedAt)));
    await tellChiefs(administrator, 'disconnected', at);
    about({ subjectId: tenant.id, detail: { directoryId: before.tid } });
    return { ok: true } as const;
  },
});
