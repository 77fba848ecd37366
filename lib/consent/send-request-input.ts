import { z } from 'zod';
import { mailAddress } from '@/lib/mail/mail-address';
import { expiryChoices, usualExpiry } from './expiry-choices';
import { vettedName } from './vetted-name';

/** Whom a request goes to: what a form, a row of a list and a request that is sent again are checked by. */
export const recipientInput = z.object({
  recipientName: vettedName,
  recipientEmail: mailAddress,
  organization: vettedName,
});

export const expiresInDays = z.literal(expiryChoices, 'Choose how long the link works.').default(usualExpiry);

/** `mail`: we send it. `copy`: the sender gets the text, once, and sends it. */
export const delivery = z.enum(['mail', 'copy']);

/** What a partner sends a request with; the same schema in the form and in the command. */
export const sendRequestInput = recipientInput.extend({
  /** Made by the form when it opens, or of the draft it opened: submitting twice sends one request. */
  requestId: z.uuid(),
  dap: z.boolean(),
  delivery,
  expiresInDays,
  /** Only an indirect reseller with several providers has to say which one. */
  providerId: z.uuid('Choose a provider.').optional(),
});
