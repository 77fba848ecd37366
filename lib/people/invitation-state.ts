/** What an invitation to an organization is in: past its expiry it reads as such, whatever its row says. */
export interface MemberInvitation {
  state: 'sent' | 'accepted' | 'canceled' | 'superseded';
  expiresAt: Date;
}

/** Why a link to join leads nowhere. `unknown` is also every link that never was one. */
export type DeadJoining = 'unknown' | 'expired' | 'used' | 'withdrawn' | 'replaced';

const ends: Record<MemberInvitation['state'], DeadJoining | null> = {
  sent: null,
  accepted: 'used',
  canceled: 'withdrawn',
  superseded: 'replaced',
};

/** Why the link is dead, or null while it is good. What an administrator left open dies with their account. */
export function deadJoining(invitation: MemberInvitation, inviterGone: boolean, at: Date): DeadJoining | null {
  const ended = ends[invitation.state];
  if (ended) return ended;
  if (invitation.expiresAt <= at) return 'expired';
  return inviterGone ? 'withdrawn' : null;
}
