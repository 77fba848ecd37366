import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { UserActor } from '@/lib/auth/actor';
import { inviteReseller } from '@/lib/partners/invite-reseller';
import type { inviteResellerInput } from '@/lib/partners/invite-reseller-input';
import { mailsTo } from './mails';

type Invitation = z.input<typeof inviteResellerInput>;

/** What a form would submit, to somebody whose address belongs to no organization we know unless it is given. */
export const invitationInput = (given: Partial<Invitation> = {}): Invitation => ({
  invitationId: uuidv7(),
  organization: 'Adatum',
  recipientName: 'Ada Byron',
  recipientEmail: `${uuidv7()}@nobody.example`,
  ...given,
});

/** Sends an invitation as this person and takes the link out of its mail, as the recipient would. */
export async function newInvitation(by: UserActor, given: Partial<Invitation> = {}) {
  const input = invitationInput(given);
  const result = await inviteReseller(by, input);
  if (!result.ok) throw new Error(result.reason);
  const mail = (await mailsTo(input.recipientEmail)).at(-1);
  const link = mail?.links[0] ?? '';
  return {
    id: input.invitationId,
    email: input.recipientEmail,
    token: link.slice(link.lastIndexOf('/') + 1),
    link,
    mail,
  };
}
