import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { suspensions } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/query';

/** Since when the actor's organization is suspended, and why; null while it is not. */
export const ownSuspension = query({
  allow: 'suspensions:explain',
  input: z.object({}),
  async run(actor) {
    const { tenant } = requireUser(actor);
    const [row] = await db
      .select({ since: suspensions.decidedAt, reason: suspensions.reason })
      .from(suspensions)
      .where(and(eq(suspensions.subjectId, tenant.id), eq(suspensions.state, 'active')));
    return row?.since ? { since: row.since, reason: row.reason } : null;
  },
});
