import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { memberInvitations, tenants, users } from '@/db/schema';
import { now } from '@/lib/clock';
import { hashInvitationToken, invitationTokenPattern } from '@/lib/consent/invitation-token';
import { type DeadJoining, deadJoining } from './invitation-state';

export interface Joining {
  invitation: typeof memberInvitations.$inferSelect;
  organization: typeof tenants.$inferSelect;
  /** Null for the first person of an organization, whom nobody in it could invite. */
  inviter: { name: string } | null;
  /** Null while the link works. */
  dead: DeadJoining | null;
}

/** The invitation whose link holds this token; null for a link we never made. */
export async function findJoining(token: string): Promise<Joining | null> {
  if (!invitationTokenPattern.test(token)) return null;
  const [found] = await db
    .select({ invitation: memberInvitations, organization: tenants, inviter: users })
    .from(memberInvitations)
    .innerJoin(tenants, eq(tenants.id, memberInvitations.tenantId))
    .leftJoin(users, eq(users.id, memberInvitations.createdBy))
    .where(eq(memberInvitations.tokenHash, hashInvitationToken(token)));
  if (!found) return null;
  const { invitation, organization, inviter } = found;
  const gone = inviter !== null && inviter.disabledAt !== null;
  return {
    invitation,
    organization,
    inviter: inviter && { name: inviter.name },
    dead: deadJoining(invitation, gone, now()),
  };
}
