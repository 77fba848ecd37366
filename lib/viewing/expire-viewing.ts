import { and, eq, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { viewings } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { viewingSubject } from './viewing-subject';

/** Notes the end of a viewing whose time is over; nobody sees anything by it any more. Outcomes `ended` before, and `not_due`. */
export const expireViewing = command({
  allow: 'viewing:expire',
  input: z.object({ viewingId: z.uuid() }),
  audit: 'viewing.ended',
  async run({ about }, { viewingId }) {
    const open = and(eq(viewings.id, viewingId), isNull(viewings.endedAt));
    const [ended] = await db
      .update(viewings)
      .set({ endedAt: now() })
      .where(and(open, lte(viewings.endsAt, now())))
      .returning();
    if (!ended) {
      const [still] = await db.select({ id: viewings.id }).from(viewings).where(open);
      return { ok: false, reason: still ? 'not_due' : 'ended' } as const;
    }
    about(await viewingSubject(ended));
    return { ok: true } as const;
  },
});
