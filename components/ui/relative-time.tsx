import { describeTime, exactTime } from './describe-time';

/** How long ago or how soon, with the exact time on hover. The server's and the browser's words may differ by a moment. */
export function RelativeTime({ at }: { at: Date | string }) {
  const time = new Date(at);
  return (
    <time dateTime={time.toISOString()} title={exactTime(time)} suppressHydrationWarning className="whitespace-nowrap">
      {describeTime(time, new Date())}
    </time>
  );
}
