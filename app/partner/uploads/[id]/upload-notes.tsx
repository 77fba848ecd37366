import { useFormats } from '#formats';
import { Alert } from '@/components/ui/alert';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { UploadState } from '@/lib/devices/upload-state';
import { paths } from '@/lib/paths';

interface NotedUpload {
  state: UploadState;
  customerId: string;
  customerName: string;
  registered: number;
  unchanged: number;
  rejected: number;
  doneRows: number;
  canceledBy: string | null;
  total: number;
  failure: { code: string; message: string } | null;
  waitsForRoom: boolean;
  ignoredColumns: string[];
  sameAs: { id: string; at: Date } | null;
}

/** What is worth saying about an upload as a whole, most important first. */
export function UploadNotes({ upload }: { upload: NotedUpload }) {
  const { number } = useFormats();
  const devices = (count: number) => `${number(count)} ${count === 1 ? 'device' : 'devices'}`;
  const { state, failure, sameAs, ignoredColumns, customerId, customerName, registered, unchanged, rejected } = upload;
  const { doneRows, total, canceledBy } = upload;
  return (
    <>
      {upload.waitsForRoom && (
        <Alert tone="warning">
          Storage is full. Nothing is lost: registration goes on by itself as soon as there is room.
        </Alert>
      )}
      {failure && <Alert tone={state === 'failed' ? 'danger' : 'warning'}>{failure.message}</Alert>}
      {state === 'finished' && (
        <Alert tone="success">
          {registered > 0
            ? `${devices(registered)} registered for ${customerName}.`
            : `Nothing was changed: ${devices(unchanged)} registered for ${customerName} already.`}{' '}
          <TextLink href={paths.customerDevices(customerId)}>See the devices</TextLink>
        </Alert>
      )}
      {canceledBy && (
        <Alert tone="warning">
          {canceledBy} canceled the upload after {number(doneRows)} of {number(total)} rows. No row after that is
          registered.
        </Alert>
      )}
      {state === 'finished_with_errors' && !failure && (
        <Alert tone="warning">
          {number(rejected)} {rejected === 1 ? 'row was' : 'rows were'} rejected. Download them, correct them and upload
          that file; what is registered stays.{' '}
          <TextLink href={paths.customerDevices(customerId)}>See the devices</TextLink>
        </Alert>
      )}
      {sameAs && (
        <Alert tone="info">
          The same file was uploaded before, <RelativeTime at={sameAs.at} />.{' '}
          <TextLink href={paths.upload(sameAs.id)}>See the first upload</TextLink>
        </Alert>
      )}
      {ignoredColumns.length > 0 && <Alert tone="info">Columns that were not read: {ignoredColumns.join(', ')}.</Alert>}
    </>
  );
}
