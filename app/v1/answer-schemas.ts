import { z } from 'zod';

export const link = z.object({
  uri: z.string().describe('Relative, and without /v1.'),
  method: z.string(),
  headers: z.array(z.object({ key: z.string(), value: z.string() })),
});
export const attributes = z.object({ objectType: z.string() });

/** Resources as the documentation describes them; tests hold answers against these. */
export const collectionOf = (item: z.ZodType) =>
  z.object({
    totalCount: z.int(),
    items: z.array(item),
    links: z.object({ self: link, next: link.optional(), previous: link.optional() }),
    continuationToken: z.string().optional().describe('To be sent back as the header MS-ContinuationToken.'),
    attributes,
  });

export const customer = z.object({
  id: z.uuid(),
  companyProfile: z.object({ tenantId: z.uuid(), domain: z.string(), companyName: z.string(), attributes }),
  relationshipToPartner: z.literal('reseller'),
  links: z.object({ self: link }),
  attributes,
});

export const wholeCustomer = customer.extend({
  billingProfile: z.object({
    companyName: z.string(),
    culture: z.string(),
    language: z.string(),
    defaultAddress: z.object({ country: z.string() }).optional().describe('Not for OEMs.'),
    attributes,
  }),
  allowDelegatedAccess: z.boolean(),
  customDomains: z.array(z.string()),
  associatedPartnerId: z.uuid().optional().describe('The reseller by whom the customer is reached.'),
});

export const relationship = z.object({
  id: z.uuid(),
  name: z.string(),
  relationshipType: z.string(),
  state: z.literal('Active'),
  mpnId: z.string().optional(),
  location: z.string(),
  attributes,
});

export const relationshipRequest = z.object({ url: z.url(), attributes });

const assigned = z.object({ key: z.literal('o_o_b_e'), value: z.uuid() });

export const device = z.object({
  id: z.uuid(),
  serialNumber: z.string().optional(),
  productKey: z.string().optional(),
  modelName: z.string().optional(),
  oemManufacturerName: z.string().optional(),
  groupTag: z.string().optional(),
  policies: z.array(assigned),
  createdBy: z.string().optional(),
  uploadedDate: z.iso.datetime(),
  allowedOperations: z.array(z.string()),
  attributes,
});

export const identifiedDevice = device.extend({
  batchId: z.string().describe('The name of its batch.'),
  batchTrackingId: z.uuid().optional().describe('The submission that registered it, where it was yours.'),
});

export const deviceBatch = z.object({
  id: z.string(),
  status: z.string(),
  createdBy: z.string(),
  creationDate: z.iso.datetime(),
  devicesCount: z.int(),
  devicesLink: link,
  attributes,
});

export const job = z.object({
  batchTrackingId: z.uuid(),
  status: z.enum(['unknown', 'queued', 'processing', 'finished', 'finished_with_errors']),
  startedTime: z.iso.datetime(),
  completedTime: z.iso.datetime().optional().describe('Absent while it is under way.'),
  devicesStatus: z
    .array(
      z.object({
        deviceId: z.uuid().optional(),
        serialNumber: z.string(),
        productKey: z.string(),
        status: z.string(),
        errorCode: z.string().optional(),
        errorDescription: z.string().optional(),
        attributes,
      }),
    )
    .describe('One for each device that was submitted, in that order.'),
  attributes,
});

export const policy = z.object({
  id: z.uuid(),
  name: z.string(),
  category: z.literal('o_o_b_e'),
  description: z.string(),
  devicesAssigned: z.boolean(),
  devicesAssignedCount: z.int(),
  policySettings: z.array(z.string()),
  createdDate: z.iso.datetime(),
  lastModifiedDate: z.iso.datetime(),
  attributes: attributes.extend({ etag: z.string().describe('To be sent back as If-Match.') }),
});

export const auditRecord = z.object({
  id: z.uuid(),
  partnerId: z.uuid(),
  customerId: z.uuid().optional(),
  customerName: z.string().optional(),
  userPrincipalName: z.string(),
  resourceType: z.string(),
  operationType: z.string(),
  operationDate: z.iso.datetime(),
  operationStatus: z.literal('succeeded'),
  customizedData: z.array(z.object({ key: z.string(), value: z.string() })),
  attributes,
});

export const refusal = z.object({
  code: z.string(),
  description: z.string().max(1024),
  data: z.array(z.string()),
  source: z.string(),
});
