import { useFormats } from '#formats';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { UploadState } from '@/lib/devices/upload-state';
import { paths } from '@/lib/paths';
import { UploadStateBadge } from './upload-state-badge';

interface Upload {
  id: string;
  state: UploadState;
  batch: string;
  fileName: string | null;
  personName: string;
  registered: number;
  unchanged: number;
  rejected: number;
  createdAt: Date;
}

export function UploadTable({ uploads }: { uploads: Upload[] }) {
  const { number } = useFormats();
  return (
    <DataTable
      caption="Uploads for this customer, newest first"
      rows={uploads}
      rowKey={(upload) => upload.id}
      columns={[
        {
          key: 'file',
          header: 'File',
          cell: ({ id, fileName }) => <TextLink href={paths.upload(id)}>{fileName ?? 'Device file'}</TextLink>,
        },
        { key: 'batch', header: 'Batch', cell: ({ batch }) => batch },
        { key: 'person', header: 'Uploaded by', cell: ({ personName }) => personName },
        { key: 'at', header: 'Uploaded', cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
        {
          key: 'registered',
          header: 'Registered',
          align: 'right',
          cell: ({ registered }) => number(registered),
        },
        { key: 'unchanged', header: 'Unchanged', align: 'right', cell: ({ unchanged }) => number(unchanged) },
        { key: 'rejected', header: 'Rejected', align: 'right', cell: ({ rejected }) => number(rejected) },
        { key: 'state', header: 'State', cell: ({ state }) => <UploadStateBadge state={state} /> },
      ]}
      empty={null}
    />
  );
}
