import type { oemLinkApplications } from '@/db/schema';

export type ApplicationState = (typeof oemLinkApplications.$inferSelect)['state'];

/** Still waiting for an answer; at most one of these per OEM. */
export const openStates = ['asked', 'in_review'] as const satisfies ApplicationState[];

export const isOpen = (state: ApplicationState): boolean => openStates.some((open) => open === state);

export const applicationStateNames: Record<ApplicationState, string> = {
  asked: 'Waiting',
  in_review: 'In review',
  issued: 'Issued',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};
