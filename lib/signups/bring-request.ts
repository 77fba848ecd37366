import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { signUps } from '@/db/schema';
import { now } from '@/lib/clock';
import type { OriginKey } from './load-origin';
import { nameInsteadOfToken } from './sign-up-token';

interface Brought extends OriginKey {
  email: string;
  tenantId: string;
  /** What tells this from another time; the same is brought once. */
  once: string;
}

/**
 * Notes in the open transaction that somebody brought a request to an organization: its administrators are let in by this
 * row, without the link. False when the same was noted before.
 */
export async function bringRequest({ email, requestId, standingId, tenantId, once }: Brought): Promise<boolean> {
  const at = now();
  const tokenHash = nameInsteadOfToken(requestId ?? standingId ?? '', tenantId, once);
  const brought = await db
    .insert(signUps)
    .values({
      id: uuidv7(),
      email,
      tokenHash,
      requestId,
      standingId,
      createdAt: at,
      expiresAt: at,
      usedAt: at,
      tenantId,
    })
    .onConflictDoNothing()
    .returning({ id: signUps.id });
  return brought.length > 0;
}
