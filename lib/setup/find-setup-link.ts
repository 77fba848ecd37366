import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { locks, setupLinks, tenants } from '@/db/schema';
import { now } from '@/lib/clock';
import { hashInvitationToken, invitationTokenPattern } from '@/lib/consent/invitation-token';

/** The row whose insertion makes somebody the one who set the portal up. */
export const operatorLock = 'operator';

/** Why a set-up link leads nowhere. */
export type DeadSetup = 'unknown' | 'expired' | 'used';

/** Whether the portal has been set up. */
export async function isSetUp(): Promise<boolean> {
  const [operator] = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.kind, 'operator')).limit(1);
  if (operator) return true;
  const [lock] = await db.select({ name: locks.name }).from(locks).where(eq(locks.name, operatorLock));
  return lock !== undefined;
}

/** Why the link with this token is dead, or null while it is good. */
export async function deadSetup(token: string): Promise<DeadSetup | null> {
  if (await isSetUp()) return 'used';
  if (!invitationTokenPattern.test(token)) return 'unknown';
  const [link] = await db
    .select({ expiresAt: setupLinks.expiresAt })
    .from(setupLinks)
    .where(eq(setupLinks.tokenHash, hashInvitationToken(token)));
  if (!link) return 'unknown';
  return link.expiresAt <= now() ? 'expired' : null;
}
