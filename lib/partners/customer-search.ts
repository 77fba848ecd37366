import { z } from 'zod';

const orders = ['company', '-company', 'domain', '-domain', 'since', '-since'] as const;

/** What the address of a Customers page may say; anything else in it counts as not said. A leading minus is descending. */
export const customerSearch = z.object({
  q: z.string().trim().toLowerCase().max(200).catch(''),
  sort: z.enum(orders).catch('company'),
  /** A provider's customers through this reseller only. */
  reseller: z.uuid().optional().catch(undefined),
});

export const customerListInput = customerSearch.extend({
  /** Counted from 1; past the end is the last page. */
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export type CustomerSearch = z.infer<typeof customerSearch>;
