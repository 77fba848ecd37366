import type { ListedRequest } from '@/lib/consent/find-requests';
import type { RequestDetail } from '@/lib/consent/request-queries';

type Shared = Pick<
  ListedRequest & RequestDetail,
  | 'id'
  | 'state'
  | 'kind'
  | 'recipientName'
  | 'recipientEmail'
  | 'organization'
  | 'dap'
  | 'dapGranted'
  | 'delivery'
  | 'sentBy'
  | 'sentAt'
  | 'expiresAt'
  | 'decidedAt'
  | 'decidedBy'
  | 'decidedFor'
>;

const uriOf = (id: string) => `/consentRequests/${id}`;

/** A consent request as a list has it; what has not happened is left out. */
export const requestItem = (request: Shared) => ({
  id: request.id,
  state: request.state,
  kind: request.kind,
  recipientName: request.recipientName,
  recipientEmail: request.recipientEmail,
  organization: request.organization,
  delegatedAdministration: request.dap,
  ...(request.dapGranted === null ? {} : { delegatedAdministrationGranted: request.dapGranted }),
  delivery: request.delivery,
  sentBy: request.sentBy,
  sentDate: request.sentAt.toISOString(),
  expiresDate: request.expiresAt.toISOString(),
  ...(request.decidedAt ? { decidedDate: request.decidedAt.toISOString() } : {}),
  ...(request.decidedBy ? { decidedBy: request.decidedBy } : {}),
  ...(request.decidedFor ? { customerName: request.decidedFor } : {}),
  links: { self: { uri: uriOf(request.id), method: 'GET', headers: [] } },
  attributes: { objectType: 'ConsentRequest' },
});

/** A consent request on its own. */
export const requestWhole = (request: RequestDetail) => ({
  ...requestItem(request),
  ...(request.openedAt ? { openedDate: request.openedAt.toISOString() } : {}),
  ...(request.customerId ? { customerId: request.customerId } : {}),
  ...(request.declineReason ? { declineReason: request.declineReason } : {}),
  ...(request.consentEndedAt ? { consentEndedDate: request.consentEndedAt.toISOString() } : {}),
  ...(request.replacesId ? { replacesId: request.replacesId } : {}),
  ...(request.replacedBy ? { replacedById: request.replacedBy.id } : {}),
});
