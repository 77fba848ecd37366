import { z } from 'zod';

const page = z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1);

/** What the address of a list may say; anything else counts as not said. */
export const conflictSearch = z.object({
  show: z.enum(['asked', 'received']).catch('asked').default('asked'),
  page,
});

export const queueSearch = z.object({
  show: z.enum(['decide', 'waiting', 'settled']).catch('decide').default('decide'),
  page,
});
