import { OctagonPause } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';

/** At a partner or an API client: support has it suspended, and since when. */
export const SuspendedNote = ({ since }: { since: Date }) => (
  <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-normal">
    <Badge tone="danger" icon={OctagonPause}>
      Suspended by support
    </Badge>
    <RelativeTime at={since} />
  </span>
);
