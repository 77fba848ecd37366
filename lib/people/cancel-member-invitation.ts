import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { memberInvitations } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { holdPeople } from './hold-people';
import { mayGive } from './may-manage';

/** Takes an invitation back: its link is dead from now on. Outcomes: `above_you`, `already_closed`. */
export const cancelMemberInvitation = command({
  allow: 'members:manage',
  input: z.object({ invitationId: z.uuid() }),
  audit: 'member.invitation_canceled',
  async run({ actor, about }, { invitationId }) {
    const manager = await holdPeople(actor);
    const own = and(eq(memberInvitations.id, invitationId), eq(memberInvitations.tenantId, manager.tenant.id));
    const [invitation] = await db.select().from(memberInvitations).where(own);
    if (!invitation) throw new AppError('not_found');
    if (!mayGive(manager, invitation.roles)) return { ok: false, reason: 'above_you' } as const;
    const canceled = await db
      .update(memberInvitations)
      .set({ state: 'canceled', closedAt: now() })
      .where(and(own, eq(memberInvitations.state, 'sent')))
      .returning({ id: memberInvitations.id });
    if (canceled.length === 0) return { ok: false, reason: 'already_closed' } as const;
    about({ subjectId: invitationId, detail: { person: invitation.name, email: invitation.email } });
    return { ok: true } as const;
  },
});
