import { z } from 'zod';
import { declineReason } from './plain-text';

/** What an answer is given with: the link's secret, and the request it was shown for. */
export const invitationInput = z.object({ token: z.string().max(100), requestId: z.uuid() });

/** What the person does on the page: the Yes, and whether delegated administration stays included. */
export const acceptAnswer = z.object({ yes: z.literal(true, 'Tick Yes to accept.'), dap: z.boolean() });

export const acceptRequestInput = invitationInput.extend({
  /** `hashShown` of what the person saw. */
  shown: z.string().max(64),
  ...acceptAnswer.shape,
});

/** What goes with a no; nobody has to say why. */
export const declineAnswer = z.object({ reason: declineReason });

export const declineRequestInput = invitationInput.extend(declineAnswer.shape);
