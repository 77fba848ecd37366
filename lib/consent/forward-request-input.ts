import { z } from 'zod';
import { invitationInput } from './accept-request-input';
import { forwardNote } from './plain-text';
import { standingAddress } from './standing-address';

/** What the person writes to their administrators. */
export const forwardAnswer = z.object({ note: forwardNote });

export const forwardRequestInput = z.object({
  link: z.union([invitationInput, z.object({ address: standingAddress })]),
  ...forwardAnswer.shape,
});
