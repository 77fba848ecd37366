import type { partnerApplications } from '@/db/schema';

export type PartnerApplicationState = (typeof partnerApplications.$inferSelect)['state'];

export const partnerApplicationStateNames: Record<PartnerApplicationState, string> = {
  unverified: 'Not confirmed',
  waiting: 'Waiting',
  approved: 'Approved',
  refused: 'Refused',
  superseded: 'Replaced',
};

/** What support has decided. What nobody confirmed, and what was replaced, never comes to it. */
export const decidedStates = ['approved', 'refused'] as const satisfies PartnerApplicationState[];

/** Why a link to confirm an application leads nowhere. `unknown` is also every link that never was one. */
export type DeadConfirmation = 'unknown' | 'expired' | 'replaced' | 'waiting' | 'approved' | 'refused';

const ends: Record<PartnerApplicationState, DeadConfirmation | null> = {
  unverified: null,
  waiting: 'waiting',
  approved: 'approved',
  refused: 'refused',
  superseded: 'replaced',
};

/** Why the link is dead, or null while it is good. */
export function deadConfirmation(
  application: { state: PartnerApplicationState; expiresAt: Date },
  at: Date,
): DeadConfirmation | null {
  return ends[application.state] ?? (application.expiresAt <= at ? 'expired' : null);
}
