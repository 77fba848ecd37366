import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { signUps } from '@/db/schema';
import { now } from '@/lib/clock';
import type { OriginKey } from './load-origin';

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
export async function bringRequest({ email, requestId, standingId, dap, tenantId, once }: Brought): Promise<boolean> {
  const at = now();
  const brought = await db
    .insert(signUps)
    .values({
      id: uuidv7(),
      email,
      once: [requestId ?? standingId, tenantId, once].join(' '),
      requestId,
      standingId,
      dap,
      createdAt: at,
      expiresAt: at,
      usedAt: at,
      tenantId,
    })
    .onConflictDoNothing()
    .returning({ id: signUps.id });
  return brought.length > 0;
}
