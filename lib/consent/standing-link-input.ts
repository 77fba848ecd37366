import { z } from 'zod';

/** For an indirect reseller: under which of its providers. */
export const makeStandingLinkInput = z.object({ providerId: z.uuid().optional() });

export const rotateStandingLinkInput = z.object({ linkId: z.uuid() });
