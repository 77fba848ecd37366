import { z } from 'zod';
import type { ClientActor } from '@/lib/auth/actor';
import { findConsented } from '@/lib/oem/consented-queries';
import { oemDevices } from '@/lib/oem/device-input';
import { codes, WireError } from '@/lib/wire/wire-error';

const isGuid = (value: string) => z.uuid().safeParse(value).success;
const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** What both calls of the OEM API are sent. A tenant field that is blank is as if it were not there. */
export const submission = z.object({
  tenantId: z
    .string('Send text.')
    .trim()
    .toLowerCase()
    .refine((value) => value === '' || isGuid(value), 'This is not the id of a tenant, which is a GUID.')
    .optional(),
  tenantDomain: z
    .string('Send text.')
    .trim()
    .toLowerCase()
    .max(255, 'At most 255 characters.')
    .refine((value) => value === '' || domain.test(value), 'This is not a domain, such as contoso.onmicrosoft.com.')
    .optional(),
  devices: oemDevices,
});

export type Submission = z.output<typeof submission>;

/** True where neither tenant field says anything: the devices are to be deregistered. */
export const isDeregistration = ({ tenantId, tenantDomain }: Submission): boolean => !tenantId && !tenantDomain;

/** The customer that is meant, or `null` with the link to send. Throws 400 where id and domain mean two organizations. */
export async function meantCustomer(actor: ClientActor, { tenantId, tenantDomain }: Submission) {
  const meant = await findConsented(actor, { tenantId: tenantId || null, tenantDomain: tenantDomain || null });
  if (meant.state === 'consented') return { customerId: meant.customerId, link: null };
  if (meant.state === 'none') return { customerId: null, link: meant.link };
  const sentence = 'tenantDomain: This is not the domain of the tenant that tenantId names. Send one of the two.';
  throw new WireError(400, codes.invalidProperty, sentence);
}

/** What is told of an organization that does not consent, whether it exists or not; the link is the same for all. */
export const notConsented = (link: string | null): string =>
  link
    ? `This organization has not consented to your registering devices. Have a global administrator of it open your link: ${link}`
    : 'This organization has not consented to your registering devices. You have no link by which it could: ask support for one in the portal.';
