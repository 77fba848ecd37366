import { formatDay } from '@/lib/consent/format-day';

/** That support ends a consent on a day, for its two sides. */
export const AnnouncedEnd = ({ endsAt, reason }: { endsAt: Date; reason: string }) => (
  <span className="mt-1 block max-w-xs text-sm">
    <span className="font-medium">Ends on {formatDay(endsAt)}.</span> Support decided it: <q>{reason}</q>
  </span>
);
