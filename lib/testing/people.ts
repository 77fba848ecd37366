import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { UserActor } from '@/lib/auth/actor';
import { inviteMember } from '@/lib/people/invite-member';
import type { inviteMemberInput } from '@/lib/people/member-input';
import { roleChoices } from '@/lib/people/role-choices';
import { mailsTo } from './mails';

/** Nothing that leaked, and nothing that is known of anybody in tests. */
export const goodPassword = 'plum lantern wobble 71';

/** Invites somebody as this person and takes the link out of the mail, as they would. */
export async function newJoining(by: UserActor, given: Partial<z.input<typeof inviteMemberInput>> = {}) {
  const input = {
    invitationId: uuidv7(),
    name: 'Ada Byron',
    email: `${uuidv7()}@nobody.example`,
    roles: [roleChoices[by.tenant.kind][0].role],
    ...given,
  };
  const invited = await inviteMember(by, input);
  if (!invited.ok) throw new Error(invited.reason);
  const mail = (await mailsTo(input.email)).at(-1);
  const link = mail?.links[0] ?? '';
  return { id: input.invitationId, email: input.email, token: link.slice(link.lastIndexOf('/') + 1), mail };
}
