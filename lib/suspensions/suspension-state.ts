import type { suspensions } from '@/db/schema';

export type SuspensionState = (typeof suspensions.$inferSelect)['state'];

/** At most one of these per partner and per API client. */
export const openStates = ['proposed', 'active'] as const satisfies SuspensionState[];

export const suspensionStateNames: Record<SuspensionState, string> = {
  proposed: 'Proposed',
  active: 'Suspended',
  turned_down: 'Turned down',
  reinstated: 'Reinstated',
};
