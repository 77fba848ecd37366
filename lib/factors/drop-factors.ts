import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { passkeys, recoveryCodes, totpKeys } from '@/db/schema';

/** Takes everything a person has beside their password, in the open transaction. */
export async function dropFactors(userId: string): Promise<void> {
  await db.delete(totpKeys).where(eq(totpKeys.userId, userId));
  await db.delete(passkeys).where(eq(passkeys.userId, userId));
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
}
