import { useFormats } from '#formats';
import { DeviceEvent } from '@/components/devices/device-event';
import { TextLink } from '@/components/ui/text-link';
import { changeWords } from '@/lib/devices/change-words';
import type { DeviceDetail } from '@/lib/devices/device-queries';

type Identity = Pick<DeviceDetail, 'serial' | 'manufacturer' | 'model' | 'productKey' | 'hasHash'>;

/** A device by what it is known by. */
function identityOf({ serial, manufacturer, model, productKey, hasHash }: Identity): string {
  const known = [
    serial && `serial number ${serial}`,
    `${manufacturer} ${model}`.trim(),
    productKey && `product key ${productKey}`,
    hasHash && 'hardware hash on file',
  ];
  return known.filter(Boolean).join(', ');
}

interface RepairProps {
  former: DeviceDetail['repairs'][number];
  /** What the device was known by afterwards. */
  next: Identity;
}

function Repair({ former, next }: RepairProps) {
  return (
    <>
      {former.by} replaced its hardware: {former.reason}
      <dl className="my-1 grid grid-cols-[max-content_1fr] gap-x-3 text-sm [&>dd]:break-words">
        <dt className="text-muted">Before</dt>
        <dd>{identityOf(former)}</dd>
        <dt className="text-muted">After</dt>
        <dd>{identityOf(next)}</dd>
      </dl>
    </>
  );
}

type History = Identity &
  Pick<DeviceDetail, 'uploadedBy' | 'fileName' | 'row' | 'registeredAt' | 'uploadProfile' | 'changes' | 'repairs'>;

interface DeviceHistoryProps {
  device: History;
  /** The page of the upload it came from; null for who has none. */
  uploadHref: string | null;
}

/** What became of a device, oldest first. */
export function DeviceHistory({ device, uploadHref }: DeviceHistoryProps) {
  const { number } = useFormats();
  const { uploadedBy, fileName, row, registeredAt, uploadProfile, changes, repairs } = device;
  const file = fileName ?? 'a device file';
  const changed = changes.map((change) => ({ ...change, told: `${change.by} ${changeWords(change)}` }));
  const repaired = repairs.map((former, nth) => ({
    ...former,
    told: <Repair former={former} next={repairs[nth + 1] ?? device} />,
  }));
  const events = [...changed, ...repaired].sort((one, other) => one.at.getTime() - other.at.getTime());
  return (
    <ol className="grid gap-4">
      <DeviceEvent at={registeredAt}>
        {uploadedBy} registered it, by row {number(row)} of{' '}
        {uploadHref ? <TextLink href={uploadHref}>{file}</TextLink> : file}
        {uploadProfile && `, with the profile “${uploadProfile}”`}
      </DeviceEvent>
      {events.map(({ id, at, told }) => (
        <DeviceEvent key={id} at={at}>
          {told}
        </DeviceEvent>
      ))}
    </ol>
  );
}
