import type { revocations } from '@/db/schema';

export type Revocation = typeof revocations.$inferSelect;

export const revocationStateNames: Record<Revocation['state'], string> = {
  announced: 'Announced',
  done: 'Ended',
  taken_back: 'Taken back',
  overtaken: 'Ended before',
};
