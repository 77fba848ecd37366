import type { removalRequests } from '@/db/schema';

export type RemovalState = (typeof removalRequests.$inferSelect)['state'];

/** Still waiting for an answer; at most one of these per consent. */
export const openStates = ['asked', 'in_review'] as const satisfies RemovalState[];

export const isOpen = (state: RemovalState): boolean => openStates.some((open) => open === state);

export const removalStateNames: Record<RemovalState, string> = {
  asked: 'Waiting',
  in_review: 'In review',
  removed: 'Removed',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};
