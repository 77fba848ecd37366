import type { nameChanges } from '@/db/schema';

export type NameChangeState = (typeof nameChanges.$inferSelect)['state'];

export const nameChangeStateNames: Record<NameChangeState, string> = {
  waiting: 'Waiting',
  approved: 'Approved',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};
