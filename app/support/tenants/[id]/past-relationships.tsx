import { useFormats } from '#formats';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { consentKindNames } from '@/lib/consent/names';
import type { PastRelationship } from '@/lib/consent/receipt-queries';

/** The relationships of a customer that ended last. */
export function PastRelationships({ rows, total }: { rows: PastRelationship[]; total: number }) {
  const { number } = useFormats();
  return (
    <div className="mt-6 grid gap-3">
      <h3>Past relationships</h3>
      <DataTable
        caption="Past relationships of this organization"
        rows={rows}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: 'partner',
            header: 'Partner',
            cell: ({ partnerName, partnerDomain }) => (
              <>
                {partnerName}
                <span className="block text-sm font-normal text-muted">{partnerDomain}</span>
              </>
            ),
          },
          { key: 'kind', header: 'Relationship', cell: ({ kind }) => consentKindNames[kind] },
          { key: 'since', header: 'Since', cell: ({ since }) => <RelativeTime at={since} /> },
          {
            key: 'ended',
            header: 'Ended',
            cell: ({ endedAt, endedBy, endedFor }) =>
              endedAt && (
                <>
                  <RelativeTime at={endedAt} />
                  {endedBy && (
                    <span className="block text-sm text-muted">
                      by {endedBy}
                      {endedFor && ` of ${endedFor}`}
                    </span>
                  )}
                </>
              ),
          },
        ]}
      />
      {total > rows.length && (
        <p className="text-sm text-muted">
          The latest {rows.length} of {number(total)}. The activity log has them all.
        </p>
      )}
    </div>
  );
}
