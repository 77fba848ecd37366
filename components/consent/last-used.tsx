import { Hourglass } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';

interface LastUsedProps {
  at: Date | null;
  /** For so long that both sides were told. */
  unused: boolean;
}

/** When a partner last acted by a consent, with a mark where that is long ago. */
export const LastUsed = ({ at, unused }: LastUsedProps) => (
  <div className="grid justify-items-start gap-1">
    {at ? <RelativeTime at={at} /> : 'Never'}
    {unused && (
      <Badge tone="warning" icon={Hourglass}>
        Unused for 90 days
      </Badge>
    )}
  </div>
);
