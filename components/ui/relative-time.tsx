import { useFormats } from '#formats';

/** How long ago or how soon, with the exact time on hover. The server's and the browser's words may differ by a moment. */
export function RelativeTime({ at }: { at: Date | string }) {
  const { ago, exact } = useFormats();
  const time = new Date(at);
  return (
    <time dateTime={time.toISOString()} title={exact(time)} suppressHydrationWarning className="whitespace-nowrap">
      {ago(time, new Date())}
    </time>
  );
}
