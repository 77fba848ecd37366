import { and, count, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { passkeys, recoveryCodes, totpKeys } from '@/db/schema';
import type { Factors } from './owed';

/** What a person has beside their password. */
export async function findFactors(userId: string): Promise<Factors> {
  const [totp] = await db.select({ id: totpKeys.userId }).from(totpKeys).where(eq(totpKeys.userId, userId));
  const [keys] = await db.select({ count: count() }).from(passkeys).where(eq(passkeys.userId, userId));
  return { totp: totp !== undefined, passkeys: keys?.count ?? 0 };
}

/** How many of their recovery codes nobody has used. */
export async function countRecoveryCodes(userId: string): Promise<number> {
  const [left] = await db
    .select({ count: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return left?.count ?? 0;
}
