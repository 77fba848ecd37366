import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { nameChanges } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';

/** A partner no longer wants the name it asked for; `already_closed` once support decided. */
export const withdrawName = command({
  allow: 'organization:rename',
  input: z.object({ changeId: z.uuid() }),
  audit: 'name_change.withdrawn',
  async run({ actor, about }, { changeId }) {
    const user = requireUser(actor);
    const own = and(eq(nameChanges.id, changeId), eq(nameChanges.tenantId, user.tenant.id));
    const [withdrawn] = await db
      .update(nameChanges)
      .set({ state: 'withdrawn', decidedBy: user.id, decidedAt: now() })
      .where(and(own, eq(nameChanges.state, 'waiting')))
      .returning();
    if (!withdrawn) {
      const [found] = await db.select({ id: nameChanges.id }).from(nameChanges).where(own);
      if (!found) throw new AppError('not_found');
      return { ok: false, reason: 'already_closed' } as const;
    }
    about({ subjectId: changeId, partnerId: user.tenant.id, detail: { name: withdrawn.name } });
    return { ok: true } as const;
  },
});
