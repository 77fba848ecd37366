import { Clock, TriangleAlert } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';

interface RemovalClockProps {
  dueAt: Date;
  overdue: boolean;
  endsAt: Date | null;
}

/** By when an open request should be answered, or on which day it is: the end of the consent may be announced. */
export function RemovalClock({ dueAt, overdue, endsAt }: RemovalClockProps) {
  if (endsAt) {
    return (
      <Badge tone="info" icon={Clock}>
        Ends <RelativeTime at={endsAt} />
      </Badge>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {overdue && (
        <Badge tone="danger" icon={TriangleAlert}>
          Overdue
        </Badge>
      )}
      <span>
        Due <RelativeTime at={dueAt} />
      </span>
    </span>
  );
}
