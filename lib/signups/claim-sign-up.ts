import { and, eq, gt, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { signUps } from '@/db/schema';
import type { SignUp } from './load-sign-up';

/** Uses a link up, in the open transaction: of any number at once one gets true. */
export async function claimSignUp({ id }: SignUp, at: Date): Promise<boolean> {
  const claimed = await db
    .update(signUps)
    .set({ usedAt: at })
    .where(and(eq(signUps.id, id), isNull(signUps.usedAt), isNull(signUps.replacedAt), gt(signUps.expiresAt, at)))
    .returning({ id: signUps.id });
  return claimed.length > 0;
}
