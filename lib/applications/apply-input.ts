import { z } from 'zod';
import { vettedName } from '@/lib/consent/vetted-name';
import { mailAddress } from '@/lib/mail/mail-address';
import { domainOf, organizationDomain } from '@/lib/tenants/organization-domain';
import { organizationInput } from '@/lib/tenants/organization-input';

/** The partner id: digits alone, as Partner Center shows it; '' where there is none. */
const mpnId = z
  .string()
  .trim()
  .regex(/^([1-9]\d{3,9})?$/, 'Enter the digits of your MPN ID alone, such as 4987654.')
  .default('');

const fields = organizationInput.extend({
  /** Made by the form, so that sending it twice is one application. */
  applicationId: z.uuid(),
  domain: organizationDomain,
  partnerType: z.enum(['direct', 'indirect_provider', 'indirect_reseller', 'oem'], 'Choose what you are.'),
  mpnId,
  contactName: vettedName,
  contactEmail: mailAddress,
});

/** Whether an address is at the domain, or below it. */
const isAt = (domain: string, email: string) => `.${domainOf(email)}`.endsWith(`.${domain}`);

/** What somebody applies with: only who can read mail at a domain may apply for it. */
export const applyInput = fields.superRefine(({ domain, contactEmail, partnerType, mpnId: id }, context) => {
  const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (!isAt(domain, contactEmail))
    refuse('contactEmail', `Use an address at ${domain}: a mail to it shows that the domain is yours.`);
  if (partnerType !== 'oem' && id === '') refuse('mpnId', 'Enter your MPN ID. Only an OEM can go without.');
});

export type ApplyTyped = z.input<typeof applyInput>;

/** The same as a job keeps it; it was checked before. */
export const receivedInput = fields;
