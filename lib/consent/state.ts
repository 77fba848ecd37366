/** The states of a consent request (DESIGN §2). */
export const requestStates = [
  'draft',
  'sent',
  'opened',
  'accepted',
  'declined',
  'canceled',
  'expired',
  'superseded',
] as const;
export type RequestState = (typeof requestStates)[number];

/** `save` writes a draft anew; `supersede` is what sending again does to the request it replaces. */
export const requestEvents = ['save', 'send', 'open', 'accept', 'decline', 'cancel', 'expire', 'supersede'] as const;
export type RequestEvent = (typeof requestEvents)[number];

const answerable = { accept: 'accepted', decline: 'declined', cancel: 'canceled', expire: 'expired' } as const;

/** The whole machine; an event that is not named for a state cannot happen to it. */
const transitions: Record<RequestState, Partial<Record<RequestEvent, RequestState>>> = {
  draft: { save: 'draft', send: 'sent', cancel: 'canceled' },
  sent: { ...answerable, open: 'opened', supersede: 'superseded' },
  opened: { ...answerable, supersede: 'superseded' },
  // Sending again replaces a link that ran out: whoever still holds it is told there is a newer one.
  expired: { supersede: 'superseded' },
  accepted: {},
  declined: {},
  canceled: {},
  superseded: {},
};

/** The state after the event, or null when the event cannot happen in this state. */
export function transition(state: RequestState, event: RequestEvent): RequestState | null {
  return transitions[state][event] ?? null;
}

/** The states in which the event can happen: the condition of the update that makes it happen. */
export function statesBefore(event: RequestEvent): RequestState[] {
  return requestStates.filter((state) => transition(state, event) !== null);
}

/** What decides how a stored state reads now. */
export interface RequestNow {
  state: RequestState;
  expiresAt: Date;
  /** Its sender has no account any more, or the provider it names has gone: nobody can answer it. */
  withdrawn: boolean;
}

/**
 * What the request is now: past its expiry it reads `expired`, whether or not the job has come round to say so, and
 * `canceled` once there is nobody left whom an answer could go to.
 */
export function effectiveState({ state, expiresAt, withdrawn }: RequestNow, at: Date): RequestState {
  if (state !== 'sent' && state !== 'opened') return state;
  if (expiresAt <= at) return 'expired';
  return withdrawn ? 'canceled' : state;
}
