import { z } from 'zod';

const orders = ['reseller', '-reseller', 'since', '-since'] as const;

/** What the address of a Resellers page may say; anything else in it counts as not said. A leading minus is descending. */
export const resellerListInput = z.object({
  q: z.string().trim().toLowerCase().max(200).catch(''),
  sort: z.enum(orders).catch('reseller'),
  /** Counted from 1; past the end is the last page. */
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export type ResellerSearch = z.infer<typeof resellerListInput>;
