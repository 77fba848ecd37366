import { RelativeTime } from '@/components/ui/relative-time';
import { type RequestLife as Life, requestTimeline } from '@/lib/consent/request-timeline';

/** What became of a request, oldest first. */
export const RequestLife = ({ request }: { request: Life }) => (
  <ol className="grid gap-3">
    {requestTimeline(request).map(({ at, what }) => (
      <li key={what + at.toISOString()} className="border-l-2 border-line-strong pl-4">
        {what}
        <span className="block text-sm text-muted">
          <RelativeTime at={at} />
        </span>
      </li>
    ))}
  </ol>
);
