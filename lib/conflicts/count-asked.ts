import { lt, sql } from 'drizzle-orm';
import { db } from '@/db';
import { conflictDays } from '@/db/schema';
import { conflictLimits } from './limits';

/**
 * Counts one release asked for today (UTC), inside the transaction that asks; false where the day's limit is used up. One
 * statement counts and compares, so that of any number at once no more get through.
 */
export async function countAsked(partnerId: string, at: Date): Promise<boolean> {
  const counted = await db
    .insert(conflictDays)
    .values({ partnerId, day: at.toISOString().slice(0, 10), asked: 1 })
    .onConflictDoUpdate({
      target: [conflictDays.partnerId, conflictDays.day],
      set: { asked: sql`${conflictDays.asked} + 1` },
      setWhere: lt(conflictDays.asked, conflictLimits.askedADay),
    })
    .returning({ asked: conflictDays.asked });
  return counted.length > 0;
}
