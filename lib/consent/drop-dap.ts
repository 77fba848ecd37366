import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { consents } from '@/db/schema';
import { AppError } from '@/lib/errors';

/**
 * Takes the delegated admin privileges off one active consent, in the open transaction; null where there are none. `mine` says
 * whose consents the actor may do it to: any other, and an ended one, is `not_found`.
 */
export async function dropDap(consentId: string, mine: SQL): Promise<typeof consents.$inferSelect | null> {
  const theirs = and(eq(consents.id, consentId), mine, isNull(consents.revokedAt));
  const [changed] = await db
    .update(consents)
    .set({ dap: false })
    .where(and(theirs, eq(consents.dap, true)))
    .returning();
  if (changed) return changed;
  const [found] = await db.select({ id: consents.id }).from(consents).where(theirs);
  if (!found) throw new AppError('not_found');
  return null;
}
