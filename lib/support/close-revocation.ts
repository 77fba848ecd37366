import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { revocations } from '@/db/schema';

/** Closes the announced end of a consent that has just ended in another way, inside the transaction of that end. */
export async function closeRevocation(consentId: string, { by, at }: { by: string | null; at: Date }): Promise<void> {
  await db
    .update(revocations)
    .set({ state: 'overtaken', closedAt: at, closedBy: by })
    .where(and(eq(revocations.consentId, consentId), eq(revocations.state, 'announced')));
}
