import { PartnerName } from '@/components/consent/partner-name';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { consentKindNames } from '@/lib/consent/names';
import type { PastRelationship } from '@/lib/consent/receipt-queries';
import { paths } from '@/lib/paths';

/** Relationships that ended: since when until when, who ended them, and the receipt of that. */
export const PastTable = ({ rows }: { rows: PastRelationship[] }) => (
  <DataTable
    caption="Past relationships"
    rows={rows}
    rowKey={({ id }) => id}
    empty={null}
    columns={[
      {
        key: 'partner',
        header: 'Partner',
        cell: PartnerName,
      },
      { key: 'kind', header: 'Relationship', cell: ({ kind }) => consentKindNames[kind] },
      { key: 'since', header: 'Since', cell: ({ since }) => <RelativeTime at={since} /> },
      {
        key: 'ended',
        header: 'Ended',
        cell: ({ endedAt, endedBy, endedFor }) => (
          <>
            {endedAt && <RelativeTime at={endedAt} />}
            {endedBy && (
              <span className="block text-sm text-muted">
                by {endedBy} of {endedFor}
              </span>
            )}
          </>
        ),
      },
      {
        key: 'receipt',
        header: 'Receipt',
        cell: ({ receiptId, partnerName }) =>
          receiptId ? (
            <TextLink href={paths.receipt(receiptId)}>
              Receipt<span className="sr-only"> of the end with {partnerName}</span>
            </TextLink>
          ) : (
            'None'
          ),
      },
    ]}
  />
);
