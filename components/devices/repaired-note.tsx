import { Alert } from '@/components/ui/alert';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

interface RepairedNoteProps {
  devices: { deviceId: string; former: string; name: string; until: Date; customerName: string }[];
}

/** What a search found that devices were known by before they were repaired; nothing where it found none. */
export function RepairedNote({ devices }: RepairedNoteProps) {
  if (devices.length === 0) return null;
  return (
    <div className="mb-4">
      <Alert tone="info" title="Found in the history of repaired devices">
        <ul className="grid gap-1">
          {devices.map(({ deviceId, former, name, until, customerName }) => (
            <li key={`${deviceId} ${former}`} className="break-words">
              {former} is now <TextLink href={paths.device(deviceId)}>{name}</TextLink> of {customerName}; its hardware
              was replaced <RelativeTime at={until} />.
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}
