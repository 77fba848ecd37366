import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { scopeNames } from '@/lib/clients/scope-names';
import type { SupportedClient } from '@/lib/support/program-queries';

/** The API clients of one partner, as support sees them: never a secret. */
export const ClientsTable = ({ clients }: { clients: SupportedClient[] }) => (
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
        cell: ({ revokedAt }) =>
          revokedAt ? (
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
    ]}
  />
);
