import { z } from 'zod';
import { requestStates } from './state';

/** What the address of the Requests page may say; anything else in it counts as not said. */
export const requestSearch = z.object({
  q: z.string().trim().toLowerCase().max(200).catch(''),
  state: z.enum(requestStates).optional().catch(undefined),
  /** Counted from 1; past the end is the last page. */
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export type RequestSearch = z.infer<typeof requestSearch>;

/** The same search as the address says it, without the page and what need not be said. */
export const requestSearchParams = ({ q, state }: RequestSearch): Record<string, string | undefined> => ({
  q: q || undefined,
  state,
});
