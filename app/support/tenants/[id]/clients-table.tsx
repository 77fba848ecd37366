import { SuspendedNote } from '@/components/suspensions/suspended-note';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { scopeNames } from '@/lib/clients/scope-names';
import { paths } from '@/lib/paths';
import type { SupportedClient } from '@/lib/support/program-queries';
import type { ListedSuspension } from '@/lib/suspensions/queries';
import { suspensionStateNames } from '@/lib/suspensions/suspension-state';
import { Propose } from '../../suspensions/propose';

interface ClientsTableProps {
  clients: SupportedClient[];
  tenant: { id: string; name: string };
  /** What is proposed or in force of them. */
  suspensions: ListedSuspension[];
}

/** The API clients of one partner, as support sees them: never a secret. */
export const ClientsTable = ({ clients, tenant, suspensions }: ClientsTableProps) => (
  <DataTable
    caption="API clients of this partner"
    rows={clients}
    rowKey={({ id }) => id}
    empty={<p className="text-muted">This partner has no API client.</p>}
    columns={[
      {
        key: 'name',
        header: 'Name',
        cell: ({ name, clientId }) => (
          <>
            {name}
            <code className="block text-sm font-normal break-all text-muted">{clientId}</code>
          </>
        ),
      },
      {
        key: 'may',
        header: 'May',
        cell: ({ scopes }) => scopes.map((scope) => scopeNames[scope].name).join(', ') || 'Nothing',
      },
      {
        key: 'created',
        header: 'Created',
        cell: ({ createdAt, createdBy }) => (
          <>
            <RelativeTime at={createdAt} />
            {createdBy && <span className="block text-sm text-muted">by {createdBy}</span>}
          </>
        ),
      },
      {
        key: 'used',
        header: 'Last used',
        cell: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime at={lastUsedAt} /> : 'Never'),
      },
      {
        key: 'state',
        header: 'State',
        cell: ({ revokedAt, suspendedAt }) =>
          suspendedAt && !revokedAt ? (
            <SuspendedNote since={suspendedAt} />
          ) : revokedAt ? (
            <>
              <Badge tone="neutral" icon="cross">
                Revoked
              </Badge>{' '}
              <RelativeTime at={revokedAt} />
            </>
          ) : (
            <Badge tone="success" icon="check">
              Active
            </Badge>
          ),
      },
      {
        key: 'suspension',
        header: 'Suspension',
        cell: ({ id, name, revokedAt }) => {
          const open = suspensions.find(({ clientId }) => clientId === id);
          if (open) {
            return (
              <TextLink href={paths.suspension(open.id)}>
                {suspensionStateNames[open.state]}
                <span className="sr-only">: {name}</span>
              </TextLink>
            );
          }
          return !revokedAt && <Propose tenantId={tenant.id} organization={tenant.name} client={{ id, name }} />;
        },
      },
    ]}
  />
);
