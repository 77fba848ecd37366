import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { SurfaceRegistration } from '@/lib/support/surface-queries';

type Row = SurfaceRegistration['rows'][number];

const looks = {
  registered: ['Registered', 'success', 'check'],
  unchanged: ['Unchanged', 'neutral', 'minus'],
  rejected: ['Rejected', 'danger', 'cross'],
} as const;

function Result({ status, message, holder }: Row) {
  const [word, tone, icon] = looks[status];
  return (
    <div className="grid justify-items-start gap-1">
      <Badge tone={tone} icon={icon}>
        {word}
      </Badge>
      {message && <span className="text-sm">{message}</span>}
      {holder && (
        <span className="text-sm text-muted">
          Registered for <TextLink href={paths.supportTenant(holder.customerId)}>{holder.customer}</TextLink> by{' '}
          {holder.registrar}. Do not name them to the customer.
        </span>
      )}
    </div>
  );
}

/** What each serial number was told; who has a refused device, support alone sees. */
export const SurfaceRows = ({ rows }: { rows: Row[] }) => (
  <DataTable
    caption="Serial numbers"
    rows={rows}
    rowKey={({ row }) => String(row)}
    empty={null}
    columns={[
      {
        key: 'serial',
        header: 'Serial number',
        cell: ({ serialNumber }) => <span className="break-all">{serialNumber}</span>,
      },
      { key: 'result', header: 'Result', cell: Result },
    ]}
  />
);
