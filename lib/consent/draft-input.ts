import { z } from 'zod';
import { expiresInDays } from './send-request-input';

/** As it was typed; a character that PostgreSQL cannot hold is dropped. What may be sent is checked when it is sent. */
const unfinished = z
  .string()
  .max(254, 'This is too long.')
  .transform((typed) => typed.replaceAll('\0', '').trim());

/** A request that is not finished yet: any of its fields may be missing. */
export const draftInput = z
  .object({
    requestId: z.uuid(),
    recipientName: unfinished,
    recipientEmail: unfinished,
    organization: unfinished,
    dap: z.boolean(),
    expiresInDays,
    providerId: z.uuid().optional(),
  })
  .refine(({ recipientName, recipientEmail, organization }) => recipientName || recipientEmail || organization, {
    path: ['recipientName'],
    message: 'Fill in at least one field to save a draft.',
  });
