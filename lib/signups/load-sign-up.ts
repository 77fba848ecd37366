import { inArray } from 'drizzle-orm';
import { db } from '@/db';
import { signUps } from '@/db/schema';
import { now } from '@/lib/clock';
import { invitationTokenPattern } from '@/lib/consent/invitation-token';
import type { OriginKey } from './load-origin';
import { hashSignUpToken } from './sign-up-token';

/** Why a link to set up an organization leads nowhere. */
export type DeadSignUp = 'unknown' | 'expired' | 'used' | 'replaced';

export interface SignUp extends OriginKey {
  id: string;
  email: string;
  /** Null while the link works. */
  dead: DeadSignUp | null;
}

/** What a link to set up an organization is for; null for a link we never made. */
export async function loadSignUp(token: string): Promise<SignUp | null> {
  if (!invitationTokenPattern.test(token)) return null;
  const withDap = hashSignUpToken(token, true);
  const [row] = await db
    .select()
    .from(signUps)
    .where(inArray(signUps.tokenHash, [hashSignUpToken(token, false), withDap]));
  if (!row) return null;
  const { id, email, requestId, standingId } = row;
  return { id, email, requestId, standingId, dap: row.tokenHash === withDap, dead: deadSignUp(row, now()) };
}

function deadSignUp(row: typeof signUps.$inferSelect, at: Date): DeadSignUp | null {
  if (row.usedAt) return 'used';
  if (row.replacedAt) return 'replaced';
  return row.expiresAt <= at ? 'expired' : null;
}
