import { z } from 'zod';
import { requestStates } from '@/lib/consent/state';
import { attributes, link } from './answer-schemas';

const moment = z.iso.datetime();

/** A consent request as the documentation describes it; tests hold answers against these. */
export const listedRequest = z.object({
  id: z.uuid(),
  state: z.enum(requestStates),
  kind: z.enum(['reseller', 'indirect_reseller', 'oem']),
  recipientName: z.string(),
  recipientEmail: z.string(),
  organization: z.string(),
  delegatedAdministration: z.boolean().describe('Asked for.'),
  delegatedAdministrationGranted: z.boolean().optional().describe('Once it was accepted.'),
  delivery: z.enum(['mail', 'copy', 'standing']),
  sentBy: z.string(),
  sentDate: moment,
  expiresDate: moment,
  decidedDate: moment.optional(),
  decidedBy: z.string().optional(),
  customerName: z.string().optional(),
  links: z.object({ self: link }),
  attributes,
});

export const wholeRequest = listedRequest.extend({
  openedDate: moment.optional(),
  customerId: z.uuid().optional(),
  declineReason: z.string().optional(),
  consentEndedDate: moment.optional(),
  replacesId: z.uuid().optional().describe('The request that it was sent in the place of.'),
  replacedById: z.uuid().optional().describe('The request that was sent in its place.'),
});

export const issuedRequest = wholeRequest.extend({
  mail: z
    .object({ subject: z.string(), text: z.string(), link: z.url() })
    .optional()
    .describe('With delivery copy: the mail for you to send. Told once; nobody can read its link again.'),
});
