import { Alert } from '@/components/ui/alert';
import { limitReached } from '@/lib/consent/daily-limit';
import type { LeftToday } from '@/lib/consent/sent-today';

/** How many requests the organization can still send today. */
export const LeftTodayNote = ({ today }: { today: LeftToday }) =>
  today.left > 0 ? (
    <p className="text-sm text-muted">
      {today.left} of {today.limit} requests left today.
    </p>
  ) : (
    <Alert tone="warning">{limitReached(today)}</Alert>
  );
