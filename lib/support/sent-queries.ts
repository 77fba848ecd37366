import { z } from 'zod';
import { requestsOf } from '@/lib/consent/find-requests';
import { requestSearch } from '@/lib/consent/request-search';
import { query } from '@/lib/query';
import { findTenant } from './find-tenant';

/** One page of the consent requests that any partner sent, as that partner finds them, newest first. */
export const listSentRequests = query({
  allow: 'support:read',
  input: requestSearch.extend({ tenantId: z.uuid() }),
  async run(_actor, { tenantId, ...search }) {
    const { name } = await findTenant(tenantId);
    return { name, ...(await requestsOf(tenantId, search)) };
  },
});
