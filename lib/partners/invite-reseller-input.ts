import { z } from 'zod';
import { vettedName } from '@/lib/consent/vetted-name';
import { mailAddress } from '@/lib/mail/mail-address';

/** For how many days the link may work. */
export const invitationDays = [14, 30] as const;

/** What a provider invites a reseller with; the same schema in the form and in the command. */
export const inviteResellerInput = z.object({
  /** Made by the form when it opens: submitting twice sends one invitation. */
  invitationId: z.uuid(),
  organization: vettedName,
  recipientName: vettedName,
  recipientEmail: mailAddress,
  expiresInDays: z.literal(invitationDays, 'Choose how long the link works.').default(14),
});
