import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { isOpen } from '@/lib/conflicts/state';
import type { AskerView, HolderView } from '@/lib/conflicts/views';
import { ConflictStateBadge } from './conflict-state-badge';
import { DeviceName } from './device-name';

type Row = AskerView | HolderView;

interface ConflictTableProps {
  caption: string;
  rows: Row[];
  href: (id: string) => string;
  /** Left out where all are one organization's. */
  customer?: true;
  empty: ReactNode;
}

/** Conflicts of one side, newest first. */
export const ConflictTable = ({ caption, rows, href, customer, empty }: ConflictTableProps) => (
  <DataTable
    caption={caption}
    rows={rows}
    rowKey={({ id }) => id}
    empty={empty}
    columns={[
      { key: 'device', header: 'Device', cell: ({ id, device }) => <DeviceName device={device} href={href(id)} /> },
      ...(customer ? [{ key: 'customer', header: 'Customer', cell: ({ customerName }: Row) => customerName }] : []),
      { key: 'state', header: 'State', cell: ({ state, side }) => <ConflictStateBadge state={state} side={side} /> },
      { key: 'asked', header: 'Asked', cell: ({ askedAt }) => <RelativeTime at={askedAt} /> },
      { key: 'next', header: 'Next', cell: (row) => <Next {...row} /> },
    ]}
  />
);

function Next(row: Row) {
  const { state, side, answerBy, closedAt } = row;
  if (state === 'asked') {
    return (
      <>
        {side === 'holder' ? 'Your answer is due ' : 'Answer is due '}
        <RelativeTime at={answerBy} />
      </>
    );
  }
  if (isOpen(state)) return <>Support decides</>;
  if (row.side === 'asker' && (state === 'released' || state === 'closed')) {
    return <>{row.registered ? 'Registered' : 'Can be registered'}</>;
  }
  return <>Settled {closedAt && <RelativeTime at={closedAt} />}</>;
}
