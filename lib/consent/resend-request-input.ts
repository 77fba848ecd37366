import { z } from 'zod';
import { delivery, expiresInDays } from './send-request-input';

/** What a request is sent again with. Its recipient and what it asks for stay as they are. */
export const resendRequestInput = z.object({
  requestId: z.uuid(),
  /** The request that takes its place. Made when the dialog opens: sending twice sends once. */
  newId: z.uuid(),
  delivery,
  expiresInDays,
});
