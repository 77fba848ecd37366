import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { recoveryCodes } from '@/db/schema';
import { countRecoveryCodes } from './find-factors';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code';

/** Gives a person new codes in the place of all they have, in the open transaction. Nobody learns them later: show them now. */
export async function giveRecoveryCodes(userId: string, at: Date): Promise<string[]> {
  const codes = newRecoveryCodes();
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ id: uuidv7(), userId, codeHash: hashRecoveryCode(userId, code), createdAt: at })));
  return codes;
}

/** The same for who has none that still works; null for who has. */
export const giveFirstRecoveryCodes = async (userId: string, at: Date): Promise<string[] | null> =>
  (await countRecoveryCodes(userId)) > 0 ? null : giveRecoveryCodes(userId, at);
