import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { providerInvitations, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import type { DeadReason } from '@/lib/consent/judge';
import { type FoundInvitation, findInvitation, isInvited } from './find-invitation';
import { statesBefore } from './invitation-state';

type Refusal = { ok: false; reason: 'dead'; why: DeadReason } | { ok: false; reason: 'wrong_organization' };

const senderIsActive = inArray(
  providerInvitations.createdBy,
  db.select({ id: users.id }).from(users).where(isNull(users.disabledAt)),
);

/**
 * Makes this person's answer the answer: one conditional update, so that of any number at once exactly one gets through.
 * Runs inside the transaction of the command that goes on from there, and is undone with it.
 */
export async function claimInvitation(
  person: UserActor,
  token: string,
  answer: 'accept' | 'decline',
): Promise<Refusal | { ok: true; invitation: FoundInvitation; at: Date }> {
  const at = now();
  const invitation = await findInvitation(token);
  if (!invitation) return { ok: false, reason: 'dead', why: 'unknown' };
  if (invitation.dead) return { ok: false, reason: 'dead', why: invitation.dead };
  if (!isInvited(invitation, person.tenant)) return { ok: false, reason: 'wrong_organization' };
  const state = answer === 'accept' ? 'accepted' : 'declined';
  const claimed = await db
    .update(providerInvitations)
    .set({ state, closedAt: at, decidedBy: person.id, resellerId: person.tenant.id })
    .where(
      and(
        eq(providerInvitations.id, invitation.id),
        inArray(providerInvitations.state, statesBefore(answer)),
        gt(providerInvitations.expiresAt, at),
        senderIsActive,
      ),
    )
    .returning({ id: providerInvitations.id });
  if (claimed.length > 0) return { ok: true, invitation, at };
  const current = await findInvitation(token);
  return { ok: false, reason: 'dead', why: current?.dead ?? 'unknown' };
}
