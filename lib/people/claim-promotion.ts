import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { promotions } from '@/db/schema';
import type { MaybeActor, Role } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { findMember } from './find-member';
import { holdPeople } from './hold-people';

/**
 * Makes the actor's answer to a proposal the answer, in the open transaction: one conditional update. Refused with
 * `already_decided`, or `own_proposal` for who proposed it and wants to confirm it too.
 */
export async function claimPromotion(actor: MaybeActor, userId: string, answer: 'confirmed' | 'refused') {
  const manager = await holdPeople(actor);
  const member = await findMember(manager.tenant, userId);
  const open = and(eq(promotions.userId, userId), eq(promotions.state, 'proposed'));
  const [proposal] = await db.select().from(promotions).where(open);
  if (!proposal || member.disabledAt) return { ok: false, reason: 'already_decided' } as const;
  if (answer === 'confirmed' && proposal.proposedBy === manager.id)
    return { ok: false, reason: 'own_proposal' } as const;
  const at = now();
  const claimed = await db
    .update(promotions)
    .set({ state: answer, decidedBy: manager.id, decidedAt: at })
    .where(and(eq(promotions.id, proposal.id), open))
    .returning({ id: promotions.id });
  if (claimed.length === 0) return { ok: false, reason: 'already_decided' } as const;
  return { ok: true, member, roles: proposal.roles as Role[], at } as const;
}
