import type { DeadReason } from '@/lib/consent/judge';

/** The states of a provider's invitation to a reseller. There is no draft, and nobody but the decision needs to know of an opening. */
export const invitationStates = ['sent', 'accepted', 'declined', 'canceled', 'expired', 'superseded'] as const;
export type InvitationState = (typeof invitationStates)[number];

export const invitationStateNames: Record<InvitationState, string> = {
  sent: 'Sent',
  accepted: 'Accepted',
  declined: 'Declined',
  canceled: 'Canceled',
  expired: 'Expired',
  superseded: 'Superseded',
};

export const invitationEvents = ['accept', 'decline', 'cancel', 'expire', 'supersede'] as const;
export type InvitationEvent = (typeof invitationEvents)[number];

/** The whole machine; an event that is not named for a state cannot happen to it. */
const transitions: Record<InvitationState, Partial<Record<InvitationEvent, InvitationState>>> = {
  sent: {
    accept: 'accepted',
    decline: 'declined',
    cancel: 'canceled',
    expire: 'expired',
    supersede: 'superseded',
  },
  // Inviting the same address again: whoever still holds the link that ran out is told there is a newer one.
  expired: { supersede: 'superseded' },
  accepted: {},
  declined: {},
  canceled: {},
  superseded: {},
};

/** The state after the event, or null when the event cannot happen in this state. */
export function transition(state: InvitationState, event: InvitationEvent): InvitationState | null {
  return transitions[state][event] ?? null;
}

/** The states in which the event can happen: the condition of the update that makes it happen. */
export function statesBefore(event: InvitationEvent): InvitationState[] {
  return invitationStates.filter((state) => transition(state, event) !== null);
}

/** What the invitation is now: past its expiry it reads `expired`, whether or not the job has come round to say so. */
export function effectiveState(invitation: { state: InvitationState; expiresAt: Date }, at: Date): InvitationState {
  return invitation.state === 'sent' && invitation.expiresAt <= at ? 'expired' : invitation.state;
}

const ends: Record<InvitationState, DeadReason | null> = {
  sent: null,
  accepted: 'used',
  declined: 'declined',
  canceled: 'withdrawn',
  expired: 'expired',
  superseded: 'replaced',
};

/** Why the link of this invitation is dead, or null while it is good. */
export const deadReason = (invitation: { state: InvitationState; expiresAt: Date }, at: Date): DeadReason | null =>
  ends[effectiveState(invitation, at)];
