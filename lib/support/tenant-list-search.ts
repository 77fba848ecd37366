import { z } from 'zod';

/** What the address of a list of one organization's may say; anything else counts as not said. */
export const tenantListSearch = z.object({
  q: z.string().trim().toLowerCase().max(200).catch('').default(''),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
});
