import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { memberInvitations, users } from '@/db/schema';
import { type Role, requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/query';

/** Who is invited and has not come yet, newest first. A link that ran out stays listed until it is sent again or taken back. */
export const listMemberInvitations = query({
  allow: 'members:manage',
  input: z.object({}),
  async run(actor) {
    const { tenant } = requireUser(actor);
    const at = now();
    const rows = await db
      .select({ invitation: memberInvitations, inviter: users })
      .from(memberInvitations)
      .leftJoin(users, eq(users.id, memberInvitations.createdBy))
      .where(and(eq(memberInvitations.tenantId, tenant.id), eq(memberInvitations.state, 'sent')))
      .orderBy(desc(memberInvitations.createdAt), desc(memberInvitations.id))
      .limit(100);
    return rows.map(({ invitation, inviter }) => ({
      id: invitation.id,
      name: invitation.name,
      email: invitation.email,
      roles: invitation.roles as Role[],
      sentAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
      invitedBy: inviter?.name ?? null,
      works: invitation.expiresAt > at && !inviter?.disabledAt,
    }));
  },
});

export type ListedMemberInvitation = Awaited<ReturnType<typeof listMemberInvitations>>[number];
