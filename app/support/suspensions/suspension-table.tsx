import type { ReactNode } from 'react';
import { SuspensionStateBadge } from '@/components/suspensions/suspension-state-badge';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { ListedSuspension } from '@/lib/suspensions/queries';

interface SuspensionTableProps {
  caption: string;
  rows: ListedSuspension[];
  empty: ReactNode;
}

/** Suspensions, each with who had which part in it. */
export const SuspensionTable = ({ caption, rows, empty }: SuspensionTableProps) => (
  <DataTable
    caption={caption}
    rows={rows}
    rowKey={({ id }) => id}
    empty={empty}
    columns={[
      {
        key: 'subject',
        header: 'Who',
        cell: ({ id, organization, client }) => (
          <>
            <TextLink href={paths.suspension(id)}>{client ?? organization}</TextLink>
            <span className="block text-sm font-normal text-muted">
              {client ? `API client of ${organization}` : 'The whole organization'}
            </span>
          </>
        ),
      },
      { key: 'state', header: 'State', cell: ({ state }) => <SuspensionStateBadge state={state} /> },
      { key: 'reason', header: 'Reason', cell: ({ reason }) => <q className="line-clamp-2 max-w-prose">{reason}</q> },
      {
        key: 'proposed',
        header: 'Proposed',
        cell: ({ proposedAt, proposedBy }) => <Step at={proposedAt} by={proposedBy} />,
      },
      {
        key: 'decided',
        header: 'Decided',
        cell: ({ decidedAt, decidedBy }) => (decidedAt ? <Step at={decidedAt} by={decidedBy} /> : 'Not yet'),
      },
    ]}
  />
);

const Step = ({ at, by }: { at: Date; by: string | null }) => (
  <>
    <RelativeTime at={at} />
    {by && <span className="block text-sm text-muted">by {by}</span>}
  </>
);
