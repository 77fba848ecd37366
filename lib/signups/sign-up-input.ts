import { z } from 'zod';
import { invitationInput } from '@/lib/consent/accept-request-input';
import { standingAddress } from '@/lib/consent/standing-address';
import { mailAddress } from '@/lib/mail/mail-address';
import { joinInput } from '@/lib/people/join-input';
import { domainOf, refuseDomain } from '@/lib/tenants/organization-domain';
import { organizationInput } from '@/lib/tenants/organization-input';

/** Somebody's address at their organization: its domain becomes that of the organization. */
const workAddress = mailAddress.superRefine((email, context) => {
  const problem = refuseDomain(domainOf(email));
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

/** What somebody without an account types. */
export const signUpAnswer = z.object({ email: workAddress });

export const askSignUpInput = signUpAnswer.extend({
  link: z.union([invitationInput, z.object({ address: standingAddress })]),
});

/** An organization and its first person; the domain is that of the address the link was mailed to. */
export const setUpOrganizationInput = organizationInput.extend(joinInput.shape);

export type SetUpOrganizationTyped = z.input<typeof setUpOrganizationInput>;
