import { seal, unseal } from '@/lib/auth/seal';

const purpose = 'countersign: invitation token of a reminder';

/** The token of an invitation link for a job that will mail it again (docs/decisions/0012), bound to the request. */
export const sealToken = (token: string, requestId: string, secret?: string): string =>
  seal(token, { purpose, boundTo: requestId, secret });

/** What was sealed for this request; null when it was sealed under another secret, for another request, or touched. */
export const openToken = (sealed: string, requestId: string, secret?: string): string | null =>
  unseal(sealed, { purpose, boundTo: requestId, secret });
