import Link from 'next/link';
import { paths } from '@/lib/paths';

export const queues = {
  decide: { label: 'To decide', empty: 'Nothing to decide', clock: 'With support since', at: 'escalatedAt' },
  waiting: { label: 'Waiting for the holder', empty: 'No holder is asked', clock: 'Answer due', at: 'answerBy' },
  settled: { label: 'Settled', empty: 'Nothing is settled yet', clock: 'Settled', at: 'closedAt' },
} as const;

type Queue = keyof typeof queues;

/** One of the three lists, in the address. */
export const QueueFilter = ({ show }: { show: Queue }) => (
  <nav aria-label="Filter by state" className="mb-4">
    <ul className="flex flex-wrap gap-1">
      {(Object.keys(queues) as Queue[]).map((queue) => (
        <li key={queue}>
          <Link
            href={paths.supportConflicts({ show: queue === 'decide' ? undefined : queue })}
            prefetch={false}
            aria-current={queue === show ? 'true' : undefined}
            className="inline-flex min-h-7 items-center rounded-full px-3 text-sm text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
          >
            {queues[queue].label}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
