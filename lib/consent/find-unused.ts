import { and, asc, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { consents } from '@/db/schema';
import { now } from '@/lib/clock';
import { unusedAt } from './unused';

/** Partners with consents that lie unused and nobody was told of, a portion of them. */
export async function partnersWithUnused(limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ partnerId: consents.partnerId })
    .from(consents)
    .where(and(unusedAt(now()), isNull(consents.unusedToldAt)))
    .orderBy(asc(consents.partnerId))
    .limit(limit);
  return rows.map(({ partnerId }) => partnerId);
}
