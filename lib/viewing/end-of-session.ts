import { and, eq, isNull, lte, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { viewings } from '@/db/schema';
import { now } from '@/lib/clock';
import type { AlsoAbout } from '@/lib/command';
import { viewingSubject } from './viewing-subject';

/** Ends what a session still views, in the transaction of that session's end, and has it logged. */
export const endViewingOf = (sessionId: string, also: AlsoAbout): Promise<void> =>
  endWhere(eq(viewings.sessionId, sessionId), also);

/** Ends what a session viewed and whose time is over, where the job that does so has not come round yet. */
export const endOverdueOf = (sessionId: string, also: AlsoAbout): Promise<void> =>
  endWhere(and(eq(viewings.sessionId, sessionId), lte(viewings.endsAt, now())), also);

async function endWhere(which: SQL | undefined, also: AlsoAbout): Promise<void> {
  const ended = await db
    .update(viewings)
    .set({ endedAt: now() })
    .where(and(which, isNull(viewings.endedAt)))
    .returning();
  for (const viewing of ended) also('viewing.ended', await viewingSubject(viewing));
}
