import { lte } from 'drizzle-orm';
import { db } from '@/db';
import { spentTokens } from '@/db/schema';
import { now } from '@/lib/clock';
import { limitKey } from './limit-key';

/** What works once. */
export type Spent = 'second_step' | 'totp_offer' | 'passkey_challenge';

/**
 * Uses something up in the open transaction: true for the first of any number at once, and for nobody after. `until` is when it
 * would not have worked any more anyway.
 */
export async function spend(what: Spent, value: string, until: Date): Promise<boolean> {
  await db.delete(spentTokens).where(lte(spentTokens.until, now().getTime()));
  const spent = await db
    .insert(spentTokens)
    .values({ key: limitKey(what, value), until: until.getTime() })
    .onConflictDoNothing()
    .returning({ key: spentTokens.key });
  return spent.length > 0;
}
