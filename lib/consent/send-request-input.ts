import { z } from 'zod';
import { mailAddress } from '@/lib/mail/mail-address';
import { vettedName } from './vetted-name';

export const expiryChoices = [7, 14, 30, 90] as const;

/** What a partner sends a request with; the same schema in the form and in the command. */
export const sendRequestInput = z.object({
  /** Made by the form when it opens: submitting twice sends one request. */
  requestId: z.uuid(),
  recipientName: vettedName,
  recipientEmail: mailAddress,
  organization: vettedName,
  dap: z.boolean(),
  /** `mail`: we send it. `copy`: the sender gets the text, once, and sends it. */
  delivery: z.enum(['mail', 'copy']),
  expiresInDays: z.literal(expiryChoices, 'Choose how long the link works.').default(14),
  /** Only an indirect reseller with several providers has to say which one. */
  providerId: z.uuid('Choose a provider.').optional(),
});
