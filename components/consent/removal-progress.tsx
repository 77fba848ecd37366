import { RelativeTime } from '@/components/ui/relative-time';
import type { Relationship } from '@/lib/consent/relationship-queries';

/** What became of a customer's request to support, in words. */
export function RemovalProgress({ removal }: { removal: NonNullable<Relationship['removal']> }) {
  const { state, askedAt, askedBy, reviewedAt, answer, closedAt } = removal;
  const asked = (
    <>
      {askedBy} asked support to remove it <RelativeTime at={askedAt} />.
    </>
  );
  return (
    <span className="mt-1 block max-w-xs text-sm text-muted">
      {state === 'asked' && <>{asked} Nobody looks at it yet.</>}
      {state === 'in_review' && (
        <>
          {asked} Support has been looking at it since {reviewedAt && <RelativeTime at={reviewedAt} />}.
        </>
      )}
      {state === 'refused' && (
        <>
          Support refused to remove it {closedAt && <RelativeTime at={closedAt} />}: “{answer}”
        </>
      )}
      {state === 'withdrawn' && (
        <>The request to remove it was withdrawn {closedAt && <RelativeTime at={closedAt} />}.</>
      )}
    </span>
  );
}
