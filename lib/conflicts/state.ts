export const conflictStates = ['asked', 'escalated', 'released', 'rejected', 'withdrawn', 'closed'] as const;
export type ConflictState = (typeof conflictStates)[number];

/**
 * `release` and `refuse` are the holder's answers, `expire` is the end of the time for one, `grant` and `reject` what
 * support decides, `withdraw` the asker's; `vanish` says that the device is registered there no longer, by whatever way.
 */
export const conflictEvents = ['release', 'refuse', 'expire', 'grant', 'reject', 'withdraw', 'vanish'] as const;
export type ConflictEvent = (typeof conflictEvents)[number];

/** How each event that settles a conflict leaves it. */
export const settled = {
  release: 'released',
  grant: 'released',
  reject: 'rejected',
  withdraw: 'withdrawn',
  vanish: 'closed',
} as const;

const { grant, reject, ...open } = settled;

/** The whole machine; an event that is not named for a state cannot happen to it. */
const transitions: Record<ConflictState, Partial<Record<ConflictEvent, ConflictState>>> = {
  // A refusal settles nothing: neither side can prove anything to the other, so support looks at it (decision 0020).
  asked: { ...open, refuse: 'escalated', expire: 'escalated' },
  escalated: { ...open, grant, reject },
  released: {},
  rejected: {},
  withdrawn: {},
  closed: {},
};

/** The state after the event, or null when the event cannot happen in this state. */
export function transition(state: ConflictState, event: ConflictEvent): ConflictState | null {
  return transitions[state][event] ?? null;
}

/** The states in which the event can happen: the condition of the update that makes it happen. */
export const statesBefore = (event: ConflictEvent): ConflictState[] =>
  conflictStates.filter((state) => transition(state, event) !== null);

/** Still to be settled; at most one of these for a device and an asker. */
export const openStates = statesBefore('vanish');

export const isOpen = (state: ConflictState): boolean => openStates.includes(state);
