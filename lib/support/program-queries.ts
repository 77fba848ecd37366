import { z } from 'zod';
import { clientsOf } from '@/lib/clients/queries';
import { query } from '@/lib/query';
import { endpointHealthOf } from '@/lib/webhooks/queries';
import { findTenant } from './find-tenant';

/** A partner's API clients, and how its webhooks fare; of neither a secret. */
export const listPrograms = query({
  allow: 'support:read',
  input: z.object({ tenantId: z.uuid() }),
  async run(_actor, { tenantId }) {
    const tenant = await findTenant(tenantId);
    const [clients, webhooks] = await Promise.all([clientsOf(tenant), endpointHealthOf(tenantId)]);
    return { clients, webhooks };
  },
});

export type SupportedClient = Awaited<ReturnType<typeof listPrograms>>['clients'][number];
