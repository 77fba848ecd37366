import { z } from 'zod';

/** What the address of a People page may say; anything else in it counts as not said. */
export const peopleListInput = z.object({
  /** A part of an address. */
  q: z.string().trim().toLowerCase().max(200).catch(''),
  /** Counted from 1; past the end is the last page. */
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});
