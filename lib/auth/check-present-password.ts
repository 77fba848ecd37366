import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import { forgive, takeAttempt } from './lockout';
import { verifyPassword } from './password';

/** The stored hash that the password fits; or why not, with the milliseconds for which none is looked at. */
export type PresentPassword =
  | { ok: true; hash: string }
  | { ok: false; reason: 'wrong_password' }
  | { ok: false; reason: 'too_many'; wait: number };

/**
 * Whether somebody who is signed in knows the password, asked before anything that would lock its owner out: a browser left
 * open is not enough. Slow: belongs before the transaction.
 */
export async function checkPresentPassword(userId: string, password: string): Promise<PresentPassword> {
  const wait = await takeAttempt('present_password', userId);
  if (wait > 0) return { ok: false, reason: 'too_many', wait };
  const [user] = await db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId));
  if (!user || !(await verifyPassword(password, user.hash, true))) return { ok: false, reason: 'wrong_password' };
  await forgive('present_password', userId);
  return { ok: true, hash: user.hash };
}
