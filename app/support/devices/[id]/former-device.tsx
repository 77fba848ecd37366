import { useFormats } from '#formats';
import { DeviceEvent } from '@/components/devices/device-event';
import { TextLink } from '@/components/ui/text-link';
import { changeWords } from '@/lib/devices/change-words';
import { paths } from '@/lib/paths';
import type { SupportedDevice } from '@/lib/support/device-queries';

/** What became of a device that is no longer registered, oldest first. */
export function FormerDevice({ device: { row, upload, changes, repairs } }: { device: SupportedDevice }) {
  const { number } = useFormats();
  const changed = changes.map((change) => ({ ...change, told: `${change.by} ${changeWords(change)}` }));
  const repaired = repairs.map((former) => ({
    ...former,
    told: `${former.by} replaced its hardware, known before as ${former.serial ?? former.productKey ?? 'no serial number'}: ${former.reason}`,
  }));
  const events = [...changed, ...repaired].sort((one, other) => one.at.getTime() - other.at.getTime());
  return (
    <ol className="grid gap-4">
      <DeviceEvent at={upload.at}>
        {upload.registrar.name} sent it as row {number(row)} of{' '}
        <TextLink href={paths.supportUpload(upload.id)}>{upload.fileName ?? 'an upload'}</TextLink>
      </DeviceEvent>
      {events.map(({ id, at, told }) => (
        <DeviceEvent key={id} at={at}>
          {told}
        </DeviceEvent>
      ))}
    </ol>
  );
}
