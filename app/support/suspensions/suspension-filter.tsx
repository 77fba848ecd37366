import Link from 'next/link';
import { useFormats } from '#formats';
import { paths } from '@/lib/paths';

export const lists = {
  proposed: { label: 'Proposed', caption: 'Proposed suspensions', empty: 'Nothing is proposed' },
  active: { label: 'Suspended now', caption: 'Suspensions in force', empty: 'Nobody is suspended' },
  past: { label: 'Past', caption: 'Past suspensions', empty: 'No suspension is over yet' },
} as const;

type List = keyof typeof lists;

/** One of the three lists, in the address, with how many stand in each. */
export function SuspensionFilter({ show, totals }: { show: List; totals: Record<List, number> }) {
  const { number } = useFormats();
  return (
    <nav aria-label="Filter by state" className="mb-4">
      <ul className="flex flex-wrap gap-1">
        {(Object.keys(lists) as List[]).map((list) => (
          <li key={list}>
            <Link
              href={paths.suspensions({ show: list === 'proposed' ? undefined : list })}
              prefetch={false}
              aria-current={list === show ? 'true' : undefined}
              className="inline-flex min-h-7 items-center rounded-full px-3 text-sm text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
            >
              {lists[list].label} ({number(totals[list])})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
