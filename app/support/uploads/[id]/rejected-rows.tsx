import { useFormats } from '#formats';
import { DataTable } from '@/components/ui/data-table';
import type { RowResult } from '@/lib/devices/row-results';

/** Rows that an upload could not register, with the code of each. */
export function RejectedRows({ rows }: { rows: RowResult[] }) {
  const { number } = useFormats();
  return (
    <DataTable
      caption="Rejected rows, in the order of the file"
      rows={rows}
      rowKey={({ row }) => String(row)}
      empty={<p className="text-muted">There is no such page.</p>}
      columns={[
        { key: 'row', header: 'Row', cell: ({ row }) => number(row) },
        {
          key: 'device',
          header: 'Device',
          cell: ({ serialNumber, productKey, manufacturer, model }) => (
            <div className="break-words">
              {serialNumber || productKey || <span className="text-muted">No identifier</span>}
              <span className="block text-sm text-muted">{`${manufacturer} ${model}`.trim()}</span>
            </div>
          ),
        },
        { key: 'code', header: 'Code', cell: ({ code }) => <code className="text-sm">{code}</code> },
        { key: 'message', header: 'What it was told', cell: ({ message }) => message },
      ]}
    />
  );
}
