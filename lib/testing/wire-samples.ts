import { randomUUID } from 'node:crypto';
import type { Scope } from '@/lib/auth/actor';
import type { Sample } from './api-sample';
import type { ApiWorld } from './api-world';

const devices: Scope[] = ['devices'];
const deviceReaders: Scope[] = ['read', 'devices'];
const customers: Scope[] = ['customers'];
const customerReaders: Scope[] = ['read', 'customers'];
const profiles: Scope[] = ['profiles'];
const profileReaders: Scope[] = ['read', 'profiles'];
const webhooks: Scope[] = ['webhooks'];
const webhookReaders: Scope[] = ['read', 'webhooks'];

const under =
  (rest: string) =>
  ({ customerId }: ApiWorld) =>
    `/customers/${customerId}${rest}`;
const aDevice = ({ customerId, deviceId }: ApiWorld) =>
  `/customers/${customerId}/deviceBatches/Spring/devices/${deviceId}`;
const aPolicy = ({ customerId, policyId }: ApiWorld) => `/customers/${customerId}/policies/${policyId}`;
const fresh = () => ({ serialNumber: randomUUID(), oemManufacturerName: 'Contoso', modelName: 'Atlas' });
const registration = '/webhooks/v1/registration';
const endpoint = () => ({ WebhookUrl: 'http://127.0.0.1:9/events', WebhookEvents: ['upload.finished'] });

/** For tests: the calls that clients know, by method and path. */
export const wireSamples: Record<string, Sample> = {
  'get /customers/relationshiprequests': {
    scopes: customerReaders,
    path: () => '/customers/relationshiprequests',
    afterEnd: 'goes on',
  },
  'get /relationships': {
    scopes: ['read'],
    path: () => '/relationships?relationship_type=IsIndirectCloudSolutionProviderOf',
    afterEnd: 'silent',
  },
  'get /customers/{customerId}/relationships': { scopes: customerReaders, path: under('/relationships') },
  'get /customers': { scopes: customerReaders, path: () => '/customers', afterEnd: 'silent' },
  'get /customers/{customerId}': { scopes: customerReaders, path: under('') },
  'patch /customers/{customerId}': {
    scopes: customers,
    path: under(''),
    body: () => ({ relationshipToPartner: 'none' }),
  },
  'post /customers/{customerId}/deviceBatches': {
    scopes: devices,
    path: under('/deviceBatches'),
    body: () => ({ batchId: 'Autumn', devices: [fresh()] }),
  },
  'post /customers/{customerId}/deviceBatches/{batchId}/devices': {
    scopes: devices,
    path: under('/deviceBatches/Spring/devices'),
    body: () => [fresh()],
  },
  'get /customers/{customerId}/deviceBatches': { scopes: deviceReaders, path: under('/deviceBatches') },
  'get /customers/{customerId}/deviceBatches/{batchId}/devices': {
    scopes: deviceReaders,
    path: under('/deviceBatches/Spring/devices'),
  },
  'get /customers/{customerId}/deviceBatches/{batchId}/devices/{deviceId}': { scopes: deviceReaders, path: aDevice },
  'put /customers/{customerId}/deviceBatches/{batchId}/devices/{deviceId}': {
    scopes: devices,
    path: aDevice,
    body: () => ({ groupTag: 'Desk' }),
  },
  'patch /customers/{customerId}/deviceBatches/{batchId}/devices/{deviceId}': {
    scopes: devices,
    path: aDevice,
    body: () => ({ groupTag: 'Desk' }),
  },
  'delete /customers/{customerId}/deviceBatches/{batchId}/devices/{deviceId}': { scopes: devices, path: aDevice },
  'get /customers/{customerId}/batchJobStatus/{jobId}': {
    scopes: deviceReaders,
    path: ({ customerId, jobId }) => `/customers/${customerId}/batchJobStatus/${jobId}`,
  },
  'get /customers/{customerId}/policies': { scopes: profileReaders, path: under('/policies') },
  'post /customers/{customerId}/policies': {
    scopes: profiles,
    path: under('/policies'),
    body: () => ({ name: 'Reception' }),
  },
  'get /customers/{customerId}/policies/{policyId}': { scopes: profileReaders, path: aPolicy },
  'put /customers/{customerId}/policies/{policyId}': {
    scopes: profiles,
    path: aPolicy,
    body: () => ({ name: 'Counter' }),
  },
  'delete /customers/{customerId}/policies/{policyId}': { scopes: profiles, path: aPolicy },
  'patch /customers/{customerId}/DevicePolicyUpdates': {
    scopes: profiles,
    path: under('/DevicePolicyUpdates'),
    body: ({ deviceId, policyId }) => ({
      devices: [{ id: deviceId, policies: [{ key: 'o_o_b_e', value: policyId }] }],
    }),
  },
  'get /customers/{customerId}/managedservices': { scopes: customerReaders, path: under('/managedservices') },
  'get /customers/{customerId}/agreements': { scopes: customerReaders, path: under('/agreements') },
  'get /customers/{customerId}/qualification': { scopes: customerReaders, path: under('/qualification') },
  'get /customers/{customerId}/directoryroles': { scopes: customerReaders, path: under('/directoryroles') },
  'get /auditrecords': { scopes: ['read'], path: () => '/auditrecords', afterEnd: 'goes on' },
  'get /webhooks/v1/registration': { scopes: webhookReaders, path: () => registration, afterEnd: 'goes on' },
  'post /webhooks/v1/registration': {
    scopes: webhooks,
    path: () => registration,
    body: endpoint,
    answers: [409],
    afterEnd: 'goes on',
  },
  'put /webhooks/v1/registration': {
    scopes: webhooks,
    path: () => registration,
    body: endpoint,
    afterEnd: 'goes on',
  },
  'get /webhooks/v1/registration/events': {
    scopes: webhookReaders,
    path: () => `${registration}/events`,
    afterEnd: 'goes on',
  },
  'post /webhooks/v1/registration/validationEvents': {
    scopes: webhooks,
    path: () => `${registration}/validationEvents`,
    afterEnd: 'goes on',
  },
  'get /webhooks/v1/registration/validationEvents': {
    scopes: webhookReaders,
    path: () => `${registration}/validationEvents`,
    afterEnd: 'goes on',
  },
  'get /webhooks/v1/registration/validationEvents/{correlationId}': {
    scopes: webhookReaders,
    path: ({ testId }) => `${registration}/validationEvents/${testId}`,
    afterEnd: 'goes on',
  },
};
