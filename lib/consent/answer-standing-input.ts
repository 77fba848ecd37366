import { z } from 'zod';
import { acceptAnswer, declineAnswer } from './accept-request-input';
import { standingAddress } from './standing-address';

export const acceptStandingInput = z.object({
  address: standingAddress,
  /** `hashShown` of what the person saw. */
  shown: z.string().max(64),
  ...acceptAnswer.shape,
});

export const declineStandingInput = z.object({
  address: standingAddress,
  /** Made by the page: declining twice from one page is one answer. */
  answerId: z.uuid(),
  ...declineAnswer.shape,
});
