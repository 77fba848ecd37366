import { randomUUID } from 'node:crypto';
import type { Scope } from '@/lib/auth/actor';
import type { Sample } from './api-sample';
import type { ApiWorld } from './api-world';
import { pdfOf } from './conflicts';

const customers: Scope[] = ['customers'];
const devices: Scope[] = ['devices'];
const requestReaders: Scope[] = ['read', 'customers'];
const conflictReaders: Scope[] = ['read', 'devices'];

const aRequest =
  (rest = '') =>
  ({ requestId }: ApiWorld) =>
    `/consentRequests/${requestId}${rest}`;
const asked =
  (rest = '') =>
  ({ askedId }: ApiWorld) =>
    `/conflicts/${askedId}${rest}`;
const received =
  (rest: string) =>
  ({ receivedId }: ApiWorld) =>
    `/conflicts/${receivedId}${rest}`;
const proof = pdfOf('Invoice 4711').toString('base64');
/** What the partner asks customers is its own affair. */
const requests = { afterEnd: 'goes on' } as const;

/** For tests: the calls that are our own, by method and path. */
export const ownSamples: Record<string, Sample> = {
  'get /customers/{customerId}/devices': {
    scopes: ['read', 'devices'],
    path: ({ customerId }) => `/customers/${customerId}/devices?serialNumber=S-1`,
  },
  'post /consentRequests': {
    ...requests,
    scopes: customers,
    path: () => '/consentRequests',
    body: () => ({
      recipientName: 'Ada Lovelace',
      recipientEmail: `${randomUUID()}@nobody.example`,
      organization: 'Contoso',
    }),
  },
  'get /consentRequests': { scopes: requestReaders, path: () => '/consentRequests', afterEnd: 'silent' },
  'get /consentRequests/{requestId}': { ...requests, scopes: requestReaders, path: aRequest() },
  'post /consentRequests/{requestId}/cancel': { ...requests, scopes: customers, path: aRequest('/cancel') },
  'post /consentRequests/{requestId}/resend': { ...requests, scopes: customers, path: aRequest('/resend') },
  // What the partner asked stays its own to read and to take back.
  'get /conflicts': { scopes: conflictReaders, path: () => '/conflicts', afterEnd: 'goes on' },
  'post /conflicts': {
    scopes: devices,
    path: () => '/conflicts',
    body: ({ refusedJobId }) => ({ batchTrackingId: refusedJobId, row: 2, proof }),
    afterEnd: 'not found',
  },
  'get /conflicts/{conflictId}': { scopes: conflictReaders, path: asked(), afterEnd: 'goes on' },
  'put /conflicts/{conflictId}/proof': {
    scopes: devices,
    path: asked('/proof'),
    body: () => ({ proof }),
    afterEnd: 'goes on',
  },
  'post /conflicts/{conflictId}/withdraw': { scopes: devices, path: asked('/withdraw'), afterEnd: 'goes on' },
  'post /conflicts/{conflictId}/release': { scopes: devices, path: received('/release'), afterEnd: 'not found' },
  'post /conflicts/{conflictId}/refuse': {
    scopes: devices,
    path: received('/refuse'),
    body: () => ({ reason: 'It is in use.' }),
    afterEnd: 'not found',
  },
};
