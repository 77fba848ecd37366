import { z } from 'zod';
import type { Answer } from '@/app/v1/call';
import type { OemDevice } from '@/lib/oem/device-input';
import { type DeviceResult, noConsent, type ResultCode, resultStatuses } from '@/lib/oem/device-result';
import { rowErrorCodes } from '@/lib/wire/row-error-codes';
import { codes } from '@/lib/wire/wire-error';
import type { Submission } from './submission';

/** The numbers of the other API, where it has one. */
const numbers: Record<ResultCode, string> = {
  ...rowErrorCodes,
  no_consent: codes.noRelationship,
  consent_revoked: codes.noRelationship,
  not_registered: '807',
  stopped: '640',
};

const told = z.object({
  serialNumber: z.string().optional(),
  manufacturer: z.string().optional(),
  model: z.string().optional(),
  productKey: z.string().optional(),
  status: z.enum(resultStatuses),
  code: z.string().nullable().describe('Null where there is nothing to say.'),
  reason: z.string().nullable().describe('The same in a word: other_tenant, not_registered and so on.'),
  message: z.string().nullable(),
  retryable: z.boolean().describe('Whether sending the same device again may help.'),
});

const given = z.object({
  operation: z.enum(['register', 'deregister']),
  tenantId: z.string().optional().describe('As it was submitted.'),
  tenantDomain: z.string().optional().describe('As it was submitted.'),
  devices: z.array(told).describe('One for each device that was submitted, in that order.'),
});

/** Answers as the documentation describes them; tests hold the calls against these. */
export const registration = given.extend({
  uploadId: z.uuid().optional().describe('Of a registration: the upload that people see in the portal.'),
});

export const validation = given.extend({
  consented: z.boolean().optional().describe('Of a registration: whether the customer has consented.'),
  code: z.string().optional(),
  message: z.string().optional(),
  consentLink: z.string().nullable().optional().describe('Where it has not: the link to send, if support issued one.'),
});

/** Submitted devices with what each is told beside its identifiers. */
export const toldDevices = (devices: readonly OemDevice[], results: readonly DeviceResult[]) =>
  devices.map(({ serialNumber, manufacturer, model, productKey }, at) => {
    const { status, code, message, retryable } = results[at] ?? noConsent;
    const number = code && numbers[code];
    return { serialNumber, manufacturer, model, productKey, status, code: number, reason: code, message, retryable };
  });

/** The answer to a submission, with the tenant as it was named. */
export const answered = ({ tenantId, tenantDomain }: Submission, { operation, ...rest }: Told): Answer => ({
  status: 200,
  body: {
    operation,
    ...(tenantId ? { tenantId } : {}),
    ...(tenantDomain ? { tenantDomain } : {}),
    ...rest,
  },
});

type Told = z.input<typeof registration> | z.input<typeof validation>;
