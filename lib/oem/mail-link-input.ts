import { z } from 'zod';
import { recipientInput } from '@/lib/consent/send-request-input';

/** Whom an OEM mails its consent link; the same schema in the form and in the command. */
export const mailLinkInput = recipientInput.extend({
  /** Made by the form when it opens: submitting twice is one mail. */
  mailId: z.uuid(),
});
