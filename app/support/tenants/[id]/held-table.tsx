import type { ReactNode } from 'react';
import { LastUsed } from '@/components/consent/last-used';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { consentKindNames } from '@/lib/consent/names';
import { paths } from '@/lib/paths';
import type { HeldConsent } from '@/lib/support/held-queries';

/** The customers that a partner may act for, and what each agreed to. */
export const HeldTable = ({ rows, empty }: { rows: HeldConsent[]; empty: ReactNode }) => (
  <DataTable
    caption="Consents that this partner acts by"
    rows={rows}
    rowKey={({ id }) => id}
    empty={empty}
    columns={[
      {
        key: 'customer',
        header: 'Customer',
        cell: ({ customerId, customerName }) => (
          <TextLink href={paths.supportTenant(customerId)}>{customerName}</TextLink>
        ),
      },
      {
        key: 'kind',
        header: 'Relationship',
        cell: ({ id, kind, reseller }) => (
          <>
            <TextLink href={paths.supportConsent(id)}>{consentKindNames[kind]}</TextLink>
            {reseller && (
              <span className="block text-sm text-muted">
                of <TextLink href={paths.supportTenant(reseller.id)}>{reseller.name}</TextLink>
              </span>
            )}
          </>
        ),
      },
      {
        key: 'dap',
        header: 'Delegated administration',
        cell: ({ dap }) => (
          <Badge tone={dap ? 'warning' : 'neutral'} icon={dap ? 'shield' : 'minus'}>
            {dap ? 'Granted' : 'None'}
          </Badge>
        ),
      },
      { key: 'since', header: 'Since', cell: ({ since }) => <RelativeTime at={since} /> },
      {
        key: 'used',
        header: 'Last used',
        cell: ({ lastUsedAt, unused }) => <LastUsed at={lastUsedAt} unused={unused} />,
      },
    ]}
  />
);
