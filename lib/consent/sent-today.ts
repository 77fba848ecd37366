import { and, eq, lt, sql } from 'drizzle-orm';
import { db } from '@/db';
import { requestDays, tenants } from '@/db/schema';
import { type DailyLimit, dailyLimit } from './daily-limit';

async function limitOf(partnerId: string, at: Date): Promise<DailyLimit> {
  const [partner] = await db.select({ since: tenants.createdAt }).from(tenants).where(eq(tenants.id, partnerId));
  if (!partner) throw new Error('the signed-in organization is gone');
  return dailyLimit(partner.since, at);
}

/**
 * Counts one request of today, inside the transaction that sends it. One statement counts and compares, so that of any
 * number at once no more get through than the limit leaves. `reached` is the limit when this one did not.
 */
export async function countOneToday(partnerId: string, at: Date): Promise<{ reached: DailyLimit | null }> {
  const today = await limitOf(partnerId, at);
  const counted = await db
    .insert(requestDays)
    .values({ partnerId, day: today.day, sent: 1 })
    .onConflictDoUpdate({
      target: [requestDays.partnerId, requestDays.day],
      set: { sent: sql`${requestDays.sent} + 1` },
      setWhere: lt(requestDays.sent, today.limit),
    })
    .returning({ sent: requestDays.sent });
  return { reached: counted.length > 0 ? null : today };
}

/** How many more requests a partner can send today. */
export async function leftToday(partnerId: string, at: Date) {
  const { limit, isNew, day } = await limitOf(partnerId, at);
  const [counted] = await db
    .select({ sent: requestDays.sent })
    .from(requestDays)
    .where(and(eq(requestDays.partnerId, partnerId), eq(requestDays.day, day)));
  return { limit, isNew, left: Math.max(0, limit - (counted?.sent ?? 0)) };
}

export type LeftToday = Awaited<ReturnType<typeof leftToday>>;
