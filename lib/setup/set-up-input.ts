import type { z } from 'zod';
import { mailAddress } from '@/lib/mail/mail-address';
import { joinInput } from '@/lib/people/join-input';
import { organizationDomain } from '@/lib/tenants/organization-domain';
import { organizationInput } from '@/lib/tenants/organization-input';

/** The operator's organization and its first person; the secret of the link comes out of its cookie. */
export const setUpInput = organizationInput.extend({
  domain: organizationDomain,
  ...joinInput.shape,
  email: mailAddress,
});

export type SetUpTyped = z.input<typeof setUpInput>;
