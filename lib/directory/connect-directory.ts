import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { isUniqueViolation } from '@/db/errors';
import { tenants } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { directoryPerson } from './claims';
import { spendNonce } from './spend-nonce';
import { tellChiefs } from './tell-chiefs';

/**
 * Connects the actor's organization to the directory in which they have just signed in as its Global Administrator. Outcomes:
 * `replayed`, `not_administrator` there, `already_connected`, and `directory_taken` where another organization has it.
 */
export const connectDirectory = command({
  allow: 'directory:connect',
  input: z.object({ person: directoryPerson }),
  audit: 'directory.connected',
  async run({ actor, about }, { person }) {
    const administrator = requireUser(actor);
    const { tenant } = administrator;
    if (!(await spendNonce(person))) return { ok: false, reason: 'replayed' } as const;
    if (!person.globalAdmin) return { ok: false, reason: 'not_administrator' } as const;
    const [taken] = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.directoryId, person.tid));
    if (taken && taken.id !== tenant.id) return { ok: false, reason: 'directory_taken' } as const;
    const connected = await db
      .update(tenants)
      .set({ directoryId: person.tid })
      .where(and(eq(tenants.id, tenant.id), isNull(tenants.directoryId)))
      .returning({ id: tenants.id })
      .catch((error: unknown) => {
        // Another organization was quicker. What is refused rolls back, so nothing more is asked of this transaction.
        if (isUniqueViolation(error)) return null;
        throw error;
      });
    if (!connected) return { ok: false, reason: 'directory_taken' } as const;
    if (connected.length === 0) return { ok: false, reason: 'already_connected' } as const;
    await tellChiefs(administrator, 'connected', now());
    about({ subjectId: tenant.id, detail: { directoryId: person.tid, signInName: person.signInName } });
    return { ok: true } as const;
  },
});
