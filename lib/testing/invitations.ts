import { uuidv7 } from 'uuidv7';
import type { UserActor } from '@/lib/auth/actor';
import { inviteReseller } from '@/lib/partners/invite-reseller';

/** An open invitation of this provider to somebody we do not know; its id. */
export async function newInvitation(by: UserActor): Promise<string> {
  const invitationId = uuidv7();
  const result = await inviteReseller(by, {
    invitationId,
    organization: 'Adatum',
    recipientName: 'Ada Byron',
    recipientEmail: `${invitationId}@adatum.test`,
  });
  if (!result.ok) throw new Error(result.reason);
  return invitationId;
}
