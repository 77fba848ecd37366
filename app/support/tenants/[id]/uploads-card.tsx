import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { UploadStateBadge } from '@/components/devices/upload-state-badge';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { latestUploads } from '@/lib/support/upload-queries';

interface UploadsCardProps {
  id: string;
  /** Whether the organization sent them, or they were sent for it. */
  side: 'partner' | 'customer';
}

/** What was uploaded lately, and what came of it. */
export async function UploadsCard({ id, side }: UploadsCardProps) {
  const { number } = await currentFormats();
  const uploads = await load(latestUploads, { tenantId: id, side }, paths.supportTenant(id));
  return (
    <Card title="Latest uploads">
      <DataTable
        caption="The latest uploads"
        rows={uploads}
        rowKey={(upload) => upload.id}
        empty={<p className="text-muted">Nothing was uploaded.</p>}
        columns={[
          {
            key: 'file',
            header: 'File',
            cell: ({ id: upload, fileName, by }) => (
              <>
                <TextLink href={paths.supportUpload(upload)}>{fileName ?? 'Device file'}</TextLink>
                <span className="block text-sm font-normal text-muted">by {by || 'nobody any more'}</span>
              </>
            ),
          },
          {
            key: 'other',
            header: side === 'partner' ? 'Customer' : 'Partner',
            cell: ({ customerName, partnerName }) => (side === 'partner' ? customerName : partnerName),
          },
          { key: 'at', header: 'Uploaded', cell: ({ at }) => <RelativeTime at={at} /> },
          {
            key: 'registered',
            header: 'Registered',
            align: 'right',
            cell: ({ registered }) => number(registered),
          },
          { key: 'unchanged', header: 'Unchanged', align: 'right', cell: ({ unchanged }) => number(unchanged) },
          { key: 'rejected', header: 'Rejected', align: 'right', cell: ({ rejected }) => number(rejected) },
          {
            key: 'state',
            header: 'State',
            cell: ({ state, failureCode }) => (
              <>
                <UploadStateBadge state={state} />
                {failureCode && <code className="block text-sm text-muted">{failureCode}</code>}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
