import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import type { FoundSubject } from './find-subject';

/**
 * Tells a partner that it was suspended or reinstated: everybody there, since nobody can do anything meanwhile; of a client
 * whoever keeps the clients. Its customers are not written to: they see it at the relationship.
 */
export async function tellSuspended(
  { tenant, client }: FoundSubject,
  outcome: 'suspended' | 'reinstated',
): Promise<void> {
  const to = { tenantId: tenant.id };
  if (client) {
    const params = { client: client.name, outcome };
    await notify({ kind: 'client_suspended', to, params, path: paths.apiClients() });
  } else {
    const params = { organization: tenant.name, outcome };
    await notify({ kind: 'organization_suspended', to, params, path: paths.partner() });
  }
}
