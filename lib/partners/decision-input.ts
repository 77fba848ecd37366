import { z } from 'zod';

/** What the decision page posts to decline: the link's secret. */
export const declineProviderInput = z.object({ token: z.string().max(100) });

/** And to accept: `shown` is the hash of what the page showed. */
export const acceptProviderInput = declineProviderInput.extend({
  shown: z.string().max(64),
  yes: z.literal(true, 'Tick “Yes” to say that you have read this and agree.'),
});
