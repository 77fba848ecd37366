import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { standingLinks } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import type { Refusal } from './claim-decision';
import { judgePerson } from './judge';
import { loadStanding, type StandingInvitation } from './load-standing';
import type { StandingAddress } from './standing-address';

/**
 * Lets this person answer on a standing link that is good, and holds the link until the transaction ends: nobody replaces it
 * meanwhile, and other answers on it wait and see what this one did.
 */
export async function claimStanding(
  actor: UserActor,
  address: StandingAddress,
): Promise<Refusal | { ok: true; invitation: StandingInvitation; at: Date }> {
  const invitation = await loadStanding(address);
  if (!invitation) return { ok: false, reason: 'dead', why: 'unknown' };
  if (invitation.dead) return { ok: false, reason: 'dead', why: invitation.dead };
  const verdict = judgePerson(invitation.judged, actor);
  if (verdict !== 'ready') return { ok: false, reason: verdict };
  const { id, code } = invitation.link;
  const held = await db
    .update(standingLinks)
    .set({ code })
    .where(and(eq(standingLinks.id, id), isNull(standingLinks.endedAt)))
    .returning({ id: standingLinks.id });
  return held.length > 0 ? { ok: true, invitation, at: now() } : { ok: false, reason: 'dead', why: 'replaced' };
}
