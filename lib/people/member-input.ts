import { z } from 'zod';
import { roles } from '@/lib/auth/actor';
import { vettedName } from '@/lib/consent/vetted-name';
import { mailAddress } from '@/lib/mail/mail-address';

const chosenRoles = z
  .array(z.enum(roles))
  .min(1, 'Choose at least one role.')
  .transform((chosen) => roles.filter((role) => chosen.includes(role)));

/** What somebody is invited with; the same schema in the form and in the command. */
export const inviteMemberInput = z.object({
  /** Made by the form when it opens: submitting twice is one invitation. */
  invitationId: z.uuid(),
  name: vettedName,
  email: mailAddress,
  roles: chosenRoles,
});

export const memberInput = z.object({ userId: z.uuid() });

export const changeRolesInput = memberInput.extend({ roles: chosenRoles });
