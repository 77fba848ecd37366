import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { DeviceDetail } from '@/lib/devices/device-queries';
import { paths } from '@/lib/paths';

const number = new Intl.NumberFormat('en');

function Event({ at, children }: { at: Date; children: ReactNode }) {
  return (
    <li className="border-l-2 border-line-strong pl-3">
      <p>{children}</p>
      <p className="text-sm text-muted">
        <RelativeTime at={at} />
      </p>
    </li>
  );
}

function wordsOf({ what, before, after }: DeviceDetail['changes'][number]): string {
  if (what === 'batch') return `moved it from the batch “${before}” to “${after}”`;
  if (after === null) return `took away the group tag “${before}”`;
  return before === null ? `gave it the group tag “${after}”` : `changed the group tag from “${before}” to “${after}”`;
}

/** What became of a device, oldest first. */
export function DeviceHistory({ device }: { device: DeviceDetail }) {
  const { uploadedBy, uploadId, ownUpload, fileName, row, registeredAt, changes } = device;
  const file = fileName ?? 'a device file';
  return (
    <ol className="grid gap-4">
      <Event at={registeredAt}>
        {uploadedBy} registered it, by row {number.format(row)} of{' '}
        {ownUpload ? <TextLink href={paths.upload(uploadId)}>{file}</TextLink> : file}
      </Event>
      {changes.map((change) => (
        <Event key={change.id} at={change.at}>
          {change.by} {wordsOf(change)}
        </Event>
      ))}
    </ol>
  );
}
