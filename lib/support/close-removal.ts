import { and, eq, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { removalRequests } from '@/db/schema';
import { openStates } from './removal-state';

/**
 * Closes the open request to remove a consent that has just ended, inside the transaction of that end, whoever ended it.
 * Resolves with who asked, or null when nobody had.
 */
export async function closeRemoval(
  consentId: string,
  { by, at, answer = null }: { by: string | null; at: Date; answer?: string | null },
): Promise<{ askedBy: string } | null> {
  const [closed] = await db
    .update(removalRequests)
    .set({ state: 'removed', answer, closedAt: at, closedBy: by })
    .where(and(eq(removalRequests.consentId, consentId), inArray(removalRequests.state, [...openStates])))
    .returning({ askedBy: removalRequests.askedBy });
  return closed ?? null;
}
