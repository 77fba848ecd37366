import { and, eq, gt, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { type DeadReason, deadReason, judge, type Verdict } from './judge';
import { heldInvitation, type Invitation } from './load-invitation';
import { statesBefore } from './state';

export type Refusal =
  | { ok: false; reason: 'dead'; why: DeadReason }
  | { ok: false; reason: Exclude<Verdict, 'ready' | 'dead'> };

/**
 * Makes this person's answer the answer: one conditional update, so that of any number at once exactly one gets through.
 * Runs inside the transaction of the command that goes on from there, and is undone with it.
 */
export async function claimDecision(
  actor: UserActor,
  { token, requestId }: { token: string; requestId: string },
  answer: 'accept' | 'decline',
  reason = '',
): Promise<Refusal | { ok: true; invitation: Invitation; at: Date }> {
  const at = now();
  const invitation = await heldInvitation(actor, { token, requestId });
  if (!invitation) return { ok: false, reason: 'dead', why: 'unknown' };
  const verdict = judge(invitation.judged, actor, at);
  if (verdict === 'ready') {
    const claimed = await db
      .update(consentRequests)
      .set({
        state: answer === 'accept' ? 'accepted' : 'declined',
        decidedAt: at,
        decidedBy: actor.id,
        customerId: actor.tenant.id,
        declineReason: reason || null,
      })
      .where(
        and(
          eq(consentRequests.id, requestId),
          inArray(consentRequests.state, statesBefore(answer)),
          gt(consentRequests.expiresAt, at),
        ),
      )
      .returning({ id: consentRequests.id });
    if (claimed.length > 0) return { ok: true, invitation, at };
  } else if (verdict !== 'dead') return { ok: false, reason: verdict };
  const current = await heldInvitation(actor, { token, requestId });
  return { ok: false, reason: 'dead', why: (current && deadReason(current.judged, at)) ?? 'unknown' };
}
