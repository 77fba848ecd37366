import { useFormats } from '#formats';

/** That support ends a consent on a day, for its two sides. */
export function AnnouncedEnd({ endsAt, reason }: { endsAt: Date; reason: string }) {
  const { day } = useFormats();
  return (
    <span className="mt-1 block max-w-xs text-sm">
      <span className="font-medium">Ends on {day(endsAt)}.</span> Support decided it: <q>{reason}</q>
    </span>
  );
}
