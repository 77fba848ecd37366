import { and, eq, isNull, lt } from 'drizzle-orm';
import { db } from '@/db';
import { recoveryCodes, totpKeys } from '@/db/schema';
import { hashRecoveryCode, readRecoveryCode } from './recovery-code';
import { unsealTotp } from './seal-totp';
import { matchTotpStep } from './totp';

/**
 * Uses a person's code up in the open transaction, of their authenticator app or one for recovery: which of the two it was, or
 * null for a wrong one and for one that was used, also by somebody who came a moment before.
 */
export async function redeemCode(userId: string, typed: string, at: Date): Promise<'totp' | 'recovery' | null> {
  if (await redeemTotp(userId, typed.replace(/\s/g, ''), at)) return 'totp';
  return (await redeemRecoveryCode(userId, typed, at)) ? 'recovery' : null;
}

async function redeemTotp(userId: string, code: string, at: Date): Promise<boolean> {
  const [key] = await db.select().from(totpKeys).where(eq(totpKeys.userId, userId));
  const secret = key && unsealTotp(key.secret, userId);
  const step = secret ? matchTotpStep(secret, code, at) : null;
  if (step === null) return false;
  // A later code ends the earlier ones, so that none is good twice.
  const used = await db
    .update(totpKeys)
    .set({ lastStep: step })
    .where(and(eq(totpKeys.userId, userId), lt(totpKeys.lastStep, step)))
    .returning({ userId: totpKeys.userId });
  return used.length > 0;
}

async function redeemRecoveryCode(userId: string, typed: string, at: Date): Promise<boolean> {
  const code = readRecoveryCode(typed);
  if (!code) return false;
  const used = await db
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashRecoveryCode(userId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return used.length > 0;
}
