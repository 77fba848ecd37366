import { lte } from 'drizzle-orm';
import { db } from '@/db';
import { spentTokens } from '@/db/schema';
import { limitKey } from '@/lib/auth/limit-key';
import { minutes, now } from '@/lib/clock';
import type { DirectoryPerson } from './claims';

/** In milliseconds: clocks differ, and a token that ran out a moment ago still passes. */
const tolerance = minutes(5);

/** Uses up the nonce of a sign-in, in the open transaction: false for whoever comes with the same one again. */
export async function spendNonce({ tid, nonce, expiresAt }: DirectoryPerson): Promise<boolean> {
  const at = now().getTime();
  const spent = await db
    .insert(spentTokens)
    .values({ key: limitKey('directory_nonce', `${tid} ${nonce}`), until: expiresAt * 1000 + tolerance })
    .onConflictDoNothing()
    .returning({ key: spentTokens.key });
  if (spent.length > 0) await db.delete(spentTokens).where(lte(spentTokens.until, at));
  return spent.length > 0;
}
