import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { standingLinks } from '@/db/schema';
import { AppError } from '@/lib/errors';

interface Ending {
  linkId: string;
  by: string;
  at: Date;
  reason: string;
}

/**
 * Ends an OEM's consent link inside the transaction of the command, from that moment on. Resolves with whose it was, or null
 * when somebody ended it before; throws `not_found` for links of any other kind.
 */
export async function endLink({ linkId, by, at, reason }: Ending): Promise<string | null> {
  const oems = and(eq(standingLinks.id, linkId), eq(standingLinks.kind, 'oem'));
  const [ended] = await db
    .update(standingLinks)
    .set({ endedAt: at, endedBy: by, endedReason: reason })
    .where(and(oems, isNull(standingLinks.endedAt)))
    .returning({ partnerId: standingLinks.partnerId });
  if (ended) return ended.partnerId;
  const [found] = await db.select({ id: standingLinks.id }).from(standingLinks).where(oems);
  if (!found) throw new AppError('not_found');
  return null;
}
