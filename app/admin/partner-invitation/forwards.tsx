import { Alert } from '@/components/ui/alert';
import { RelativeTime } from '@/components/ui/relative-time';

export interface ForwardsProps {
  /** Oldest first; by people of the reader's own organization. */
  forwards: { by: string; note: string; at: Date }[];
}

const shownForwards = 3;

/** Which colleagues put the request before the administrators, the latest of them. */
export function Forwards({ forwards }: ForwardsProps) {
  return forwards.slice(-shownForwards).map(({ by, note, at }) => (
    <Alert key={`${at.getTime()} ${by}`} tone="info" title={`Forwarded by ${by}`}>
      {note && <p className="wrap-anywhere">“{note}”</p>}
      <p className="text-sm text-muted">
        <RelativeTime at={at} />
      </p>
    </Alert>
  ));
}
