'use client';

import { Badge } from '@/components/ui/badge';
import { Breakable } from '@/components/ui/breakable';
import { CopyButton } from '@/components/ui/copy-button';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { sortedBy } from '@/lib/partners/customer-address';
import type { ListedCustomer } from '@/lib/partners/customer-queries';
import type { CustomerSearch } from '@/lib/partners/customer-search';
import { relationshipName } from '@/lib/partners/names';
import { paths } from '@/lib/paths';

/** Ids begin with the time they were made, so their ends tell them apart. */
const shortened = (id: string) => `${id.slice(0, 4)}…${id.slice(-6)}`;

interface CustomersTableProps {
  rows: ListedCustomer[];
  search: CustomerSearch;
  /** Delegated administration is nothing that a manufacturer could have. */
  isOem: boolean;
}

/** A client component for its weight alone: its rows travel once, as data, and not a second time as markup. */
export function CustomersTable({ rows, search, isOem }: CustomersTableProps) {
  const { sort } = search;
  const dap = {
    key: 'dap',
    header: 'DAP',
    cell: ({ dap }: ListedCustomer) =>
      dap ? (
        <Badge tone="success" icon="shield">
          Granted
        </Badge>
      ) : (
        <Badge tone="neutral" icon="minus">
          Not granted
        </Badge>
      ),
  };
  return (
    <DataTable
      caption="Customers"
      rows={rows}
      rowKey={(row) => row.consentId}
      sort={{ key: sort.replace('-', ''), descending: sort.startsWith('-') }}
      sortHref={(column) => sortedBy(search, column)}
      empty={null}
      columns={[
        {
          key: 'company',
          header: 'Company',
          sortKey: 'company',
          cell: ({ id, name }) => <TextLink href={paths.customer(id)}>{name}</TextLink>,
        },
        { key: 'domain', header: 'Domain', sortKey: 'domain', cell: ({ domain }) => <Breakable text={domain} /> },
        {
          key: 'tenant',
          header: 'Tenant id',
          cell: ({ id }) => (
            <>
              <code title={id}>{shortened(id)}</code> <CopyButton value={id} label="Copy tenant id" />
            </>
          ),
        },
        { key: 'relationship', header: 'Relationship', cell: relationshipName },
        ...(isOem ? [] : [dap]),
        {
          key: 'since',
          header: 'Since',
          sortKey: 'since',
          cell: ({ since, unused }) => (
            <>
              <RelativeTime at={since} />
              {unused && (
                <span className="block">
                  <Badge tone="warning" icon="history">
                    Unused for 90 days
                  </Badge>
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
